package org.libpass.web.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardState;

/**
 * How far somebody's practice has come. All of it is in the page's address, as the steps since it
 * began: {@code 1A} lends item A on card 1, {@code -A} takes it back. So nothing is kept anywhere.
 */
final class PracticeState {

  private static final Pattern STEPS = Pattern.compile("s((?:[1-8]|-)[A-H]){0,60}");
  private static final int STEP = 2;
  private static final char BACK = '-';

  private final String steps;
  private final Map<PracticeItem, PracticeCard> out = new EnumMap<>(PracticeItem.class);
  private final Map<PracticeCard, Integer> lent = new EnumMap<>(PracticeCard.class);
  private @Nullable PracticeCard last;

  private PracticeState(String steps) {
    this.steps = steps;
    for (PracticeCard card : PracticeCard.values()) {
      lent.put(card, card.lent());
      if (card.out() != null) {
        out.put(card.out(), card);
      }
    }
    for (int at = 1; at < steps.length(); at += STEP) {
      take(steps.charAt(at), PracticeItem.ofLetter(steps.charAt(at + 1)));
    }
  }

  private void take(char card, PracticeItem item) {
    if (card == BACK) {
      last = out.remove(item);
    } else {
      last = PracticeCard.ofDigit(card);
      out.put(item, last);
      lent.merge(last, 1, Integer::sum);
    }
  }

  /** What an address names; the beginning when it names nothing, or after sixty steps. */
  static PracticeState of(String steps) {
    return new PracticeState(STEPS.matcher(steps).matches() ? steps : "s");
  }

  PracticeState lend(PracticeCard card, PracticeItem item) {
    return of(steps + card.digit() + item.letter());
  }

  PracticeState takeBack(PracticeItem item) {
    return of(steps + BACK + item.letter());
  }

  PracticeState undo() {
    return of(steps.substring(0, steps.length() - STEP));
  }

  /** How an address names it. */
  String steps() {
    return steps;
  }

  /** The card on which an item is out. */
  Optional<PracticeCard> cardWith(PracticeItem item) {
    return Optional.ofNullable(out.get(item));
  }

  List<PracticeItem> out(PracticeCard card) {
    List<PracticeItem> items = new ArrayList<>();
    out.forEach(
        (item, on) -> {
          if (on == card) {
            items.add(item);
          }
        });
    return items;
  }

  int left(PracticeCard card) {
    return Math.max(0, PracticeCard.TOTAL - lent.getOrDefault(card, 0));
  }

  /** Where the card stands now: the first loan puts it into use, the last return may end it. */
  CardState state(PracticeCard card) {
    if (!card.state().isOpen() || lent.getOrDefault(card, 0) == 0) {
      return card.state();
    }
    boolean over = card.days() < 0 || left(card) == 0;
    return over && out(card).isEmpty() ? CardState.RETURNED : CardState.IN_USE;
  }

  boolean canLend(PracticeCard card) {
    return state(card).isOpen() && card.days() >= 0 && left(card) > 0;
  }

  /** Whether the last step was one with this card. */
  boolean undoable(PracticeCard card) {
    return last == card;
  }
}
