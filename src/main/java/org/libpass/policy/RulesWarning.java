package org.libpass.policy;

/**
 * What is allowed in a rule file and yet may not be meant.
 *
 * @param file the file, relative to the rules directory
 * @param line the line, from 1
 * @param zh the sentence in Traditional Chinese
 * @param en the sentence in English
 */
public record RulesWarning(String file, int line, String zh, String en) {}
