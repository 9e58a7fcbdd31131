/**
 * What tests stand on: a clock that they move, a database of their own, a browser.
 *
 * <p>Knows the platform's clock and no other module, so that a test of any module may use it.
 */
@NullMarked
package org.libpass.testing;

import org.jspecify.annotations.NullMarked;
