/** What was done at a school, for its own staff. */
@NullMarked
package org.libpass.web.log;

import org.jspecify.annotations.NullMarked;
