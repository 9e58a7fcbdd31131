/**
 * The home school's librarians and its readers: who they are, suspending and lifting, leaving, and
 * who of those that leave has anything left.
 */
@NullMarked
package org.libpass.web.readers;

import org.jspecify.annotations.NullMarked;
