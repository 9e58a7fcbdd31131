/** Signing in, sessions, and the table of who may open which path. */
@NullMarked
package org.libpass.web.security;

import org.jspecify.annotations.NullMarked;
