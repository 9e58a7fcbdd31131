package org.libpass.reader;

/** Hides who a person is from those who need not know. */
public final class Masking {

  private static final String HIDDEN = "○";
  private static final int SHOWN_OF_NUMBER = 3;

  private Masking() {}

  /** Hides a name's inner characters, or the last one of a name of two; counts code points. */
  public static String name(String name) {
    int[] points = name.strip().codePoints().toArray();
    if (points.length < 2) {
      return HIDDEN;
    }
    String first = Character.toString(points[0]);
    if (points.length == 2) {
      return first + HIDDEN;
    }
    return first + HIDDEN.repeat(points.length - 2) + Character.toString(points[points.length - 1]);
  }

  /** Hides all but the last three characters; a number as short as that is hidden whole. */
  public static String number(String number) {
    int hidden = number.length() - SHOWN_OF_NUMBER;
    return hidden <= 0 ? HIDDEN.repeat(3) : HIDDEN.repeat(3) + number.substring(hidden);
  }
}
