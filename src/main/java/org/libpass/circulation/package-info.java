/**
 * The desk of a lending school: whose card this is, what may be lent on it, what comes back.
 *
 * <p>Asks the lending school's policy, keeps its decisions, and tells the card. Knows nothing of
 * the process engine.
 */
@ApplicationModule(
    displayName = "Circulation",
    allowedDependencies = {
      "platform",
      "school",
      "ils",
      "policy",
      "policy :: facts",
      "reader",
      "card"
    })
@NullMarked
package org.libpass.circulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
