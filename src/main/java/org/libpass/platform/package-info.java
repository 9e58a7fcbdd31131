/**
 * What every module stands on: the one clock, the lease that lets one node at a time run a job, and
 * the log of what was done by whom.
 *
 * <p>Owns no word of the library world and depends on no other module.
 */
@ApplicationModule(
    displayName = "Platform",
    allowedDependencies = {})
@NullMarked
package org.libpass.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
