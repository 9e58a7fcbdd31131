package org.libpass.school;

import org.jspecify.annotations.Nullable;

/** Checks of texts that are stored and shown. */
final class Texts {

  private Texts() {}

  /** {@code text} without surrounding space; an exception if that is empty or too long. */
  static String required(String what, String text, int length) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > length) {
      throw new IllegalArgumentException("A " + what + " has 1 to " + length + " characters");
    }
    return stripped;
  }

  /** As {@link #required}, but null and blank texts are null. */
  static @Nullable String optional(String what, @Nullable String text, int length) {
    return text == null || text.isBlank() ? null : required(what, text, length);
  }

  /**
   * An address of the web or null. Pages make links of it, so nothing but http and https will do.
   */
  static @Nullable String link(String what, @Nullable String text, int length) {
    String link = optional(what, text, length);
    if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
      throw new IllegalArgumentException("A " + what + " begins with https:// or http://");
    }
    return link;
  }
}
