/**
 * Library systems of the demo, one per school, with invented readers. Internal: others see the port
 * {@link org.libpass.ils.Ils} and, for the demo's console, {@link org.libpass.ils.Standin}.
 */
@NullMarked
package org.libpass.ils.standin;

import org.jspecify.annotations.NullMarked;
