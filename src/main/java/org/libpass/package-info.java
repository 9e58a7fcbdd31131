/** The application; all it knows is in the modules below. */
@NullMarked
package org.libpass;

import org.jspecify.annotations.NullMarked;
