package org.libpass.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;

/**
 * One item of the home library system's last answer.
 *
 * @param barcode empty for a request to another library, which goes by its words
 * @param title for such a request whatever the system words it as
 */
record HomeItem(Kind kind, String barcode, @Nullable String title, @Nullable LocalDate dueDate) {

  private static final int LONGEST_BARCODE = 60;
  private static final int LONGEST_TITLE = 300;

  enum Kind {
    OVERDUE,
    HOLD_SHELF,
    REQUEST
  }

  /** Keeps the beginning of what is too long: nobody is kept out for the length of a title. */
  HomeItem {
    barcode = beginning(barcode, LONGEST_BARCODE);
    title = title == null ? null : beginning(title, LONGEST_TITLE);
  }

  static HomeItem of(Kind kind, ChargedItem item) {
    return new HomeItem(kind, item.barcode(), item.title(), item.dueDate());
  }

  static HomeItem request(String words) {
    return new HomeItem(Kind.REQUEST, "", words, null);
  }

  /** What it goes by: its title, else its barcode. */
  String words() {
    return title == null ? barcode : title;
  }

  ChargedItem toChargedItem() {
    return new ChargedItem(barcode, title, dueDate);
  }

  private static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }
}
