/**
 * Where librarians and the alliance's administrators write what readers see: news, questions,
 * closed days, and how a library is reached.
 */
@NullMarked
package org.libpass.web.content;

import org.jspecify.annotations.NullMarked;
