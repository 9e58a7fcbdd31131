/**
 * The people who work with the platform: librarians, policy administrators, alliance
 * administrators, with accounts of their own.
 *
 * <p>Owns who they are and which roles they hold; checks no password and opens no session, which is
 * for the web.
 */
@ApplicationModule(
    displayName = "Staff",
    allowedDependencies = {"platform", "school"})
@NullMarked
package org.libpass.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
