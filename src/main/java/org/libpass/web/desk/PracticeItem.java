package org.libpass.web.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to lend and to take back in the practice, each by its letter. */
enum PracticeItem {
  NOVEL(ItemType.BOOK.word()),
  COOKBOOK(ItemType.BOOK.word()),
  ATLAS(ItemType.BOOK.word()),
  /** Of a kind that is not lent. */
  FILM("DVD"),
  /** Of a kind that nobody knows. */
  OLD_PRINT(null),
  /** Out on the card whose days are over, and late. */
  LATE(ItemType.BOOK.word()),
  /** The last one out on the card that is used up. */
  LAST(ItemType.BOOK.word()),
  /** Another school's. */
  FOREIGN(ItemType.BOOK.word());

  private static final String BEFORE = PracticeCard.SCHOOL + "-";

  private final @Nullable String type;

  PracticeItem(@Nullable String type) {
    this.type = type;
  }

  /** By which a step names it. */
  char letter() {
    return (char) ('A' + ordinal());
  }

  static PracticeItem ofLetter(char letter) {
    return values()[letter - 'A'];
  }

  /** What its barcode says. */
  public String barcode() {
    return BEFORE + letter();
  }

  /** The message key of its title. */
  public String title() {
    return "practice.item." + name();
  }

  @Nullable String type() {
    return type;
  }

  /** The item that was scanned or typed, in any case; empty when it is none of these. */
  static Optional<PracticeItem> find(String text) {
    String barcode = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(item -> item.barcode().equals(barcode)).findFirst();
  }
}
