/** The demo's console: its clock, its mailbox, its library systems. Exists in the demo only. */
@NullMarked
package org.libpass.web.demo;

import org.jspecify.annotations.NullMarked;
