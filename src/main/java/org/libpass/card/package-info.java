/**
 * Cards with their loans, the slots that they hold, and the applications that lead to them.
 *
 * <p>The aggregate {@link org.libpass.card.Card} owns every transition; the port {@link
 * org.libpass.card.CardProcess} is told where it waits afterwards. Knows nothing of desks, mails or
 * the process engine.
 */
@ApplicationModule(
    displayName = "Cards",
    allowedDependencies = {
      "platform",
      "school",
      "ils",
      "policy",
      "policy :: facts",
      "reader",
      "seal"
    })
@NullMarked
package org.libpass.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
