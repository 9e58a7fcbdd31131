package org.libpass.policy;

import java.util.Arrays;

/** A rule file says something that it may not say. Carries no text, only what to say where. */
final class RuleFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String key;
  private final String[] details;

  /**
   * @param line the line in the file, from 1
   * @param key message {@code policy.error.<key>}
   * @param details what the sentence names
   */
  RuleFileException(int line, String key, Object... details) {
    super(key + " " + Arrays.toString(details));
    this.line = Math.max(1, line);
    this.key = key;
    this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
  }

  int line() {
    return line;
  }

  String key() {
    return key;
  }

  RulesError in(String file) {
    return new RulesError(
        file, line, Sentences.zh(key, (Object[]) details), Sentences.en(key, (Object[]) details));
  }
}
