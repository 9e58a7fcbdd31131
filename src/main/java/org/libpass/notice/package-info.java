/**
 * What readers are told: mails, written in the transaction of what they tell of and sent later; the
 * mails of each morning about the days that come; what visitors write to the alliance; and the
 * to-do list, derived from state and never stored.
 *
 * <p>Hears events and asks; decides nothing and changes nothing outside its own tables. Only the
 * pages use it.
 */
@ApplicationModule(
    displayName = "Notices",
    allowedDependencies = {
      "platform",
      "school",
      "ils",
      "policy",
      "policy :: facts",
      "reader",
      "card",
      "circulation"
    })
@NullMarked
package org.libpass.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
