package org.libpass.web.policy;

/**
 * Something to look at in a draft, as a page says it.
 *
 * @param part {@code rules}, {@code examples} or {@code words}
 * @param line from 1
 * @param place the line in words
 * @param sentence what is to be looked at there
 */
record RuleFinding(String part, int line, String place, String sentence) {}
