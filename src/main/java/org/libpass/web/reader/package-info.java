/** The reader's own pages: to-do list, activation, application, cards. */
@NullMarked
package org.libpass.web.reader;

import org.jspecify.annotations.NullMarked;
