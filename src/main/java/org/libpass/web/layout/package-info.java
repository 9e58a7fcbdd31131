/** What stands around every page: menu, language, who is signed in. */
@NullMarked
package org.libpass.web.layout;

import org.jspecify.annotations.NullMarked;
