/**
 * Readers: what their home school says of them, the versions of the privacy policy and who agreed
 * to which, and their activation.
 *
 * <p>Asks the library system before a transaction and the policy within it; owns the port {@link
 * org.libpass.reader.ActivationProcess} to where an activation waits. Knows nothing of cards.
 */
@ApplicationModule(
    displayName = "Readers",
    allowedDependencies = {"platform", "school", "ils", "policy", "policy :: facts"})
@NullMarked
package org.libpass.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
