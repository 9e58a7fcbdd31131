/**
 * The pages, by audience, and who may see which. Calls use cases and shows what they answer;
 * decides nothing itself.
 *
 * <p>This package owns what all pages share: the layout's model, the two languages, how dates and
 * states are written, how typed text is read, what is said where nothing is. {@code security} owns
 * signing in and the table of who may open which path. Nothing imports this module.
 */
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {
      "platform",
      "school",
      "ils",
      "policy",
      "policy::facts",
      "reader",
      "reader::list",
      "card",
      "circulation",
      "message",
      "process",
      "notice",
      "content",
      "staff",
      "clearance"
    })
@NullMarked
package org.libpass.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
