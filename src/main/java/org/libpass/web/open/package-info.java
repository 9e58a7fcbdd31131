/** Pages for everyone: home, sign-in help, service rules, closing days, privacy. */
@NullMarked
package org.libpass.web.open;

import org.jspecify.annotations.NullMarked;
