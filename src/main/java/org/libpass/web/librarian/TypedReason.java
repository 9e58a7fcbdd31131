package org.libpass.web.librarian;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.content.DeclineReason;

/** A reason as it stands in the form; both languages empty for none. */
record TypedReason(String zh, String en) {

  TypedReason {
    zh = zh.strip();
    en = en.strip();
  }

  /** Lines for all that a school may have, those that are not used empty. */
  static List<TypedReason> padded(List<TypedReason> typed) {
    List<TypedReason> lines = new ArrayList<>(typed);
    while (lines.size() < DeclineReason.MOST) {
      lines.add(new TypedReason("", ""));
    }
    return lines;
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }

  /** The message key of what is wrong with it, null when nothing is. */
  public @Nullable String wrong() {
    if (isEmpty()) {
      return null;
    }
    if (zh.isEmpty() || en.isEmpty()) {
      return "inbox.reasons.both";
    }
    boolean tooLong = Math.max(zh.length(), en.length()) > DeclineReason.LONGEST;
    return tooLong ? "inbox.reasons.too-long" : null;
  }

  DeclineReason reason() {
    return new DeclineReason(zh, en);
  }
}
