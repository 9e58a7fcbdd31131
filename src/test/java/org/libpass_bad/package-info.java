/** Breaks each rule of the architecture once, so that every rule is seen to fail. */
@NullMarked
package org.libpass_bad;

import org.jspecify.annotations.NullMarked;
