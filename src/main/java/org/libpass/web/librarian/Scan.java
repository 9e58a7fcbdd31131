package org.libpass.web.librarian;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libpass.card.CardNumber;

/** Reads the card number out of what a scanner or a hand put into the desk's input. */
final class Scan {

  /** What a code on a card begins with; a colon and a signature may follow the number. */
  private static final Pattern PREFIXED =
      Pattern.compile("\\s*LIBPASS:\\s*([^:\\s]+).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Scan() {}

  /** The card's number, or empty when {@code text} holds none. */
  static Optional<CardNumber> number(String text) {
    Matcher prefixed = PREFIXED.matcher(text);
    return CardNumber.parse(prefixed.matches() ? prefixed.group(1) : text);
  }
}
