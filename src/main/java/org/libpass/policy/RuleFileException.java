package org.libpass.policy;

/** A rule file says something that it may not say. Carries no text, only what to say where. */
final class RuleFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String key;
  private final String zh;
  private final String en;

  /**
   * @param line the line in the file, from 1
   * @param key message {@code policy.error.<key>}
   * @param details what the sentence names; a {@link Name} in the language of the sentence
   */
  RuleFileException(int line, String key, Object... details) {
    this(line, key, Sentences.of("policy.error." + key, details));
  }

  private RuleFileException(int line, String key, Name sentence) {
    super(key + ": " + sentence.en());
    this.line = Math.max(1, line);
    this.key = key;
    this.zh = sentence.zh();
    this.en = sentence.en();
  }

  private RuleFileException(RuleFileException placeless, int line) {
    super(placeless.getMessage());
    this.line = line;
    this.key = placeless.key;
    this.zh = placeless.zh;
    this.en = placeless.en;
  }

  /** Something that is read without knowing where it stands. */
  interface Reading<T> {
    T read() throws RuleFileException;
  }

  /** What is read from this line; a mistake in it is one on this line. */
  static <T> T at(int line, Reading<T> reading) throws RuleFileException {
    try {
      return reading.read();
    } catch (RuleFileException e) {
      throw new RuleFileException(e, line);
    }
  }

  int line() {
    return line;
  }

  String key() {
    return key;
  }

  RulesError in(String file) {
    return new RulesError(file, line, zh, en);
  }

  /** What is wrong, without the place. */
  Wording sentence() {
    return new Wording(zh, en);
  }
}
