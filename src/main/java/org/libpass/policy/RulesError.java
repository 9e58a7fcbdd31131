package org.libpass.policy;

/**
 * What is wrong with a rule file, in a sentence for the person who wrote it.
 *
 * @param file the file, relative to the rules directory
 * @param line the line, from 1
 * @param zh the sentence in Traditional Chinese
 * @param en the sentence in English
 */
public record RulesError(String file, int line, String zh, String en) {}
