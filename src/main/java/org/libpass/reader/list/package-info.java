/**
 * Lists of readers from schools without a connection: reading a file, saying what is wrong with it,
 * keeping it between the preview and its confirmation.
 *
 * <p>What a list changes is up to {@link org.libpass.reader.ListedReaders}.
 */
@NamedInterface("list")
@NullMarked
package org.libpass.reader.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
