/**
 * The librarians' pages: the inbox and its tasks, and the cards of a school.
 *
 * <p>A page of another school is answered like one that does not exist.
 */
@NullMarked
package org.libpass.web.librarian;

import org.jspecify.annotations.NullMarked;
