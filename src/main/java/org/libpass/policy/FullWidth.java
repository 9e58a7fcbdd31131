package org.libpass.policy;

import java.util.Map;

/** The signs and digits of a Chinese keyboard, and what they stand for in a rule. */
final class FullWidth {

  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('、', ","),
          Map.entry('。', ";"),
          Map.entry('×', "*"),
          Map.entry('−', "-"),
          Map.entry('–', "-"),
          Map.entry('≠', "!="),
          Map.entry('≤', "<="),
          Map.entry('≦', "<="),
          Map.entry('≥', ">="),
          Map.entry('≧', ">="));

  private static final String MEANINGFUL = "!$&()*+,-.:;<=>@_|";

  private FullWidth() {}

  /** What a sign stands for: itself, if it is a plain one or stands for nothing. */
  static String plain(String sign) {
    if (sign.length() > 1) {
      return sign;
    }
    char one = sign.charAt(0);
    if (one != '\n' && one != '\t' && Character.isSpaceChar(one)) {
      return " ";
    }
    return SIGNS.getOrDefault(one, "" + narrow(one));
  }

  /**
   * The plain form of a full-width letter, digit or sign that means something in a rule; any other
   * sign itself. A full-width backslash or quotation mark stays what it is.
   */
  static char narrow(char sign) {
    if (sign <= '\uFF00' || sign >= '\uFF5F') {
      return sign;
    }
    char plain = (char) (sign - 0xFEE0);
    return Character.isLetterOrDigit(plain) || MEANINGFUL.indexOf(plain) >= 0 ? plain : sign;
  }
}
