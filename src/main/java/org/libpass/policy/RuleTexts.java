package org.libpass.policy;

/**
 * The texts of one owner that hold together and go live together: the files of a folder in {@code
 * rules/}.
 *
 * @param rules {@code policy.drl}
 * @param examples {@code tests.yaml}; empty when there is none
 * @param words {@code words.yaml}; empty when there is none
 */
public record RuleTexts(String rules, String examples, String words) {

  /** As long as a text may be, in bytes of UTF-8. */
  public static final int MOST_BYTES = PreScan.MOST_BYTES;

  /** The set's name by its content: 64 hexadecimal digits. */
  public String hash() {
    return Texts.sha256(rules, examples, words);
  }
}
