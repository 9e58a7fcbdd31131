package org.libpass.web.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardCode;
import org.libpass.card.CardSeal;
import org.libpass.card.Cards;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/** Reads what a scanner or a hand put into the desk's input: a card's number, or its QR code. */
@Component
class Scan {

  /** The link in a QR code, of whichever address the installation had when it was printed. */
  private static final Pattern LINK =
      Pattern.compile("\\s*https?://[^/\\s]+(?:/[^\\s]*)?/verify/([^/\\s]*)\\s*");

  private final CardSeal seal;
  private final Cards cards;
  private final Schools schools;

  Scan(CardSeal seal, Cards cards, Schools schools) {
    this.seal = seal;
    this.cards = cards;
    this.schools = schools;
  }

  /** A card's number or the account of its slot, whole or a part of it. */
  private static final Pattern CARD = Pattern.compile("\\s*([A-Za-z]{2,8})-\\d{1,4}(-\\d*)*\\s*");

  /**
   * What was read.
   *
   * @param code what the card says, null when there is nothing like a card in it
   * @param altered whether it is a QR code of the right form that is not ours
   */
  record Read(@Nullable CardCode code, boolean altered) {}

  /** Whether a card is meant, be it read or not, and no item. */
  boolean isCard(String text) {
    Matcher card = CARD.matcher(text);
    return LINK.matcher(text).matches()
        || card.matches()
            && schools.find(new SchoolCode(card.group(1).toUpperCase(Locale.ROOT))).isPresent();
  }

  Read read(String text) {
    Matcher link = LINK.matcher(text);
    if (!link.matches()) {
      return new Read(CardCode.parse(text).orElse(null), false);
    }
    Optional<CardCode> code = seal.read(link.group(1)).flatMap(this::code);
    return new Read(code.orElse(null), code.isEmpty());
  }

  private Optional<CardCode> code(CardSeal.Content content) {
    return cards
        .find(content.card())
        .filter(Card::wasIssued)
        .map(card -> new CardCode(card.number(), content.generation()));
  }

  /** The code, or empty when {@code text} holds none of ours. */
  Optional<CardCode> code(String text) {
    return Optional.ofNullable(read(text).code());
  }
}
