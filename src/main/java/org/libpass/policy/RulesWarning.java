package org.libpass.policy;

/**
 * What is allowed in a rule file and yet may not be meant.
 *
 * @param file the file, relative to the rules directory
 * @param line the line, from 1
 * @param zh the sentence in Traditional Chinese
 * @param en the sentence in English
 */
public record RulesWarning(String file, int line, String zh, String en) {

  /**
   * @param key message {@code policy.warning.<key>}
   * @param details what the sentence names
   */
  static RulesWarning of(String file, int line, String key, Object... details) {
    Name sentence = Sentences.of("policy.warning." + key, details);
    return new RulesWarning(file, line, sentence.zh(), sentence.en());
  }
}
