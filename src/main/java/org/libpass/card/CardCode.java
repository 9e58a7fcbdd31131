package org.libpass.card;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a code on a card says: its number, and of which generation the card was, such as {@code
 * CUTE-1-20131107112934-2}. A card that was never lost shows the number alone.
 *
 * @param generation from 1; null when only the number is known, as when it was typed
 */
public record CardCode(CardNumber number, @Nullable Integer generation) {

  /** More often than this no card is lost. */
  static final int LAST_GENERATION = 99;

  private static final Pattern FORM =
      Pattern.compile("(.*-[0-9]{14})-([1-9][0-9]?)", Pattern.DOTALL);

  /** The code that a scanner or a hand wrote, in any case, or empty when it is none. */
  public static Optional<CardCode> parse(String text) {
    String written = text.strip();
    Matcher withGeneration = FORM.matcher(written);
    if (withGeneration.matches()) {
      Integer generation = Integer.valueOf(withGeneration.group(2));
      return CardNumber.parse(withGeneration.group(1))
          .map(number -> new CardCode(number, generation));
    }
    return CardNumber.parse(written).map(number -> new CardCode(number, null));
  }

  @Override
  public String toString() {
    return generation == null ? number.value() : number + "-" + generation;
  }
}
