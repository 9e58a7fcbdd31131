/**
 * The installation's seal: marks what leaves the house so that it is recognised when it comes back,
 * and that an altered copy is not.
 *
 * <p>Owns the keys and their rotation. Knows nothing of what it seals.
 */
@ApplicationModule(
    displayName = "Seal",
    allowedDependencies = {"platform"})
@NullMarked
package org.libpass.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
