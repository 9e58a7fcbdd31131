/**
 * Library systems of the demo: one per school, each a small SIP2 server on the loopback interface
 * with invented readers, slot accounts and items, a way of speaking of its own, and faults that can
 * be switched on. Internal: others see the port {@link org.libpass.ils.Ils} and, for the demo's
 * console and tests, {@link org.libpass.ils.Standin}.
 *
 * <p>Reads and writes messages by itself and shares nothing with the client in {@code
 * org.libpass.ils.sip2}, so that what one of them misreads the other doesn't hide.
 */
@NullMarked
package org.libpass.ils.standin;

import org.jspecify.annotations.NullMarked;
