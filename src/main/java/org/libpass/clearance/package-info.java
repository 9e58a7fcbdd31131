/**
 * Clearance: which readers of a list, who leave their school, still have anything with us.
 *
 * <p>Keeps the list for a short while and asks for the rest anew each time; changes nothing of what
 * it tells of. No library system is asked: thousands of questions would take hours, and its last
 * answer is shown with its time.
 */
@ApplicationModule(
    displayName = "Clearance",
    allowedDependencies = {"platform", "school", "reader", "reader :: list", "card", "circulation"})
@NullMarked
package org.libpass.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
