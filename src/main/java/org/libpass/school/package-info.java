/**
 * The member schools: who they are, when their libraries are open, where their catalogues stand.
 *
 * <p>Knows nothing of readers, cards or library systems.
 */
@ApplicationModule(displayName = "Schools", allowedDependencies = "platform")
@NullMarked
package org.libpass.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
