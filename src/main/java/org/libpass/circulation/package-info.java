/**
 * Lending and returning, wherever it happens. At a desk ({@link org.libpass.circulation.Desk}):
 * whose card this is, what may be lent on it, what comes back. In the lending schools' own library
 * systems ({@link org.libpass.circulation.LoanDetection}): what is charged to the slots' accounts,
 * seen by asking. Where the two disagree, and when a slot has settled, librarians and the card's
 * process are told through {@link org.libpass.circulation.CirculationProcess}.
 *
 * <p>Asks the lending school's policy, keeps its decisions and the evidence, and tells the card.
 * Never asks a library system in a transaction; knows nothing of the process engine.
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
