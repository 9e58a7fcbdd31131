/**
 * The port to a school's library system (ILS): what it says of a reader, as an observation with its
 * time. Decides nothing and changes nothing of ours.
 *
 * <p>The only module that may open a socket. Everything that is not a well-formed answer is {@link
 * org.libpass.ils.IlsUnavailable}: never "no", never "returned".
 */
@ApplicationModule(
    displayName = "Library systems",
    allowedDependencies = {"platform", "school"})
@NullMarked
package org.libpass.ils;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
