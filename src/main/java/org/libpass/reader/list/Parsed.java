package org.libpass.reader.list;

import java.util.List;

/**
 * What a text turned out to be.
 *
 * @param readers in the order of the lines; to be used only if there is no problem
 * @param problems in the order of the lines
 * @param ignored heads of columns that mean nothing to us, shortened
 */
record Parsed(List<ListedReader> readers, List<Problem> problems, List<String> ignored) {}
