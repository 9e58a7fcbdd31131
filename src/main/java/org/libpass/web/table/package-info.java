/**
 * Lists as files to take away: CSV and XLSX, written row by row as they come, so that a list of any
 * length takes no more memory than a short one.
 */
@NullMarked
package org.libpass.web.table;

import org.jspecify.annotations.NullMarked;
