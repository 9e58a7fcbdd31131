/** The alliance administrators' pages: the connections to the library systems. */
@NullMarked
package org.libpass.web.admin;

import org.jspecify.annotations.NullMarked;
