/**
 * Asks the rule files: may this reader be activated, have a card, borrow this item, and with which
 * limits. Loads the files, checks them, compiles them, swaps them while running, and keeps every
 * decision with its reasons.
 *
 * <p>The only module that knows Drools. Holds no figure and no rule of the alliance in Java: those
 * are in {@code rules/}. Decides from the facts that it is handed and looks nothing up itself.
 */
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"platform", "school"})
@NullMarked
package org.libpass.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
