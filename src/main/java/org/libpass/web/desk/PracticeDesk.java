package org.libpass.web.desk;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardCode;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.TakenBack;
import org.libpass.circulation.Desk.Undo;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Reason;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Connected;
import org.libpass.web.ReasonTexts;
import org.springframework.stereotype.Component;

/**
 * A desk that lends made-up items on made-up cards, with the words of the real one. It reads which
 * schools there are, and writes nothing.
 */
@Component
class PracticeDesk {

  /** The alliance's own loan length; the practice asks no policy. */
  private static final int LOAN_DAYS = 21;

  private static final Reason NOT_PRINTED = reason("not-printed", null, null);
  private static final Reason UNKNOWN_TYPE = reason("unknown-type", null, null);
  private static final Reason UNKNOWN_IDENTITY = reason("unknown-identity", null, null);

  private final DeskTexts texts;
  private final ReasonTexts reasons;
  private final Schools schools;
  private final Connected connected;
  private final TaipeiClock clock;

  PracticeDesk(
      DeskTexts texts,
      ReasonTexts reasons,
      Schools schools,
      Connected connected,
      TaipeiClock clock) {
    this.texts = texts;
    this.reasons = reasons;
    this.schools = schools;
    this.connected = connected;
    this.clock = clock;
  }

  /**
   * A step, and how things stand after it.
   *
   * @param answer what the desk says to it
   */
  record Step(PracticeState state, DeskAnswer answer) {}

  private static Reason reason(String key, @Nullable String zh, @Nullable String en) {
    return new Reason(key, zh, en, "", "", 1, 0);
  }

  /** A scanned item with a card in hand. */
  Step lend(PracticeState state, SchoolCode school, CardCode shown, ScanForm form) {
    Optional<PracticeItem> item = PracticeItem.find(form.scan());
    Optional<PracticeCard> card = PracticeCard.find(shown);
    if (item.isEmpty() || card.isEmpty()) {
      return notOurs(state, form.scan());
    }
    if (!form.identitySeen()) {
      return new Step(state, texts.identityFirst(form.scan()));
    }
    Optional<Lent> obstacle = obstacle(state, card.get(), shown, item.get(), form.agreed());
    if (obstacle.isPresent()) {
      return new Step(state, texts.lent(obstacle.get(), form));
    }
    PracticeState after = state.lend(card.get(), item.get());
    return new Step(
        after,
        texts.lent(loan(card.get(), item.get(), school), after.left(card.get()), shown.number()));
  }

  private Optional<Lent> obstacle(
      PracticeState state, PracticeCard card, CardCode shown, PracticeItem item, boolean agreed) {
    Integer generation = shown.generation();
    if (generation != null && generation != card.generation()) {
      return Optional.of(new Lent.CardReplaced());
    }
    Optional<PracticeCard> with = state.cardWith(item);
    if (with.isPresent()) {
      return Optional.of(with.get() == card ? new Lent.OnThisCard() : new Lent.OnAnotherCard());
    }
    if (!state.canLend(card)) {
      return Optional.of(new Lent.CardCannotLend(state.state(card)));
    }
    if (card == PracticeCard.NOT_PRINTED) {
      return Optional.of(new Lent.Refused(List.of(NOT_PRINTED)));
    }
    if (item == PracticeItem.FILM) {
      return Optional.of(new Lent.Refused(List.of(film())));
    }
    if (item == PracticeItem.OLD_PRINT && !agreed) {
      return Optional.of(new Lent.AskLibrarian(List.of(UNKNOWN_TYPE)));
    }
    return card == PracticeCard.UNKNOWN_IDENTITY && !agreed
        ? Optional.of(new Lent.AskLibrarian(List.of(UNKNOWN_IDENTITY)))
        : Optional.empty();
  }

  /** Worded like a school's own rule, in the language of the page. */
  private Reason film() {
    String words = texts.say("practice.rule.film");
    return reason("av", words, words);
  }

  /** A scanned item without a card, or one of the list of those that are out. */
  Step takeBack(PracticeState state, SchoolCode school, ReturnForm form) {
    Optional<PracticeItem> item = PracticeItem.find(form.barcode());
    if (item.isEmpty()) {
      return notOurs(state, form.barcode());
    }
    Optional<PracticeCard> card = state.cardWith(item.get());
    if (card.isPresent()) {
      PracticeState after = state.takeBack(item.get());
      return new Step(
          after,
          texts.takenBack(
              loan(card.get(), item.get(), school),
              after.out(card.get()).size(),
              after.state(card.get()).isOpen(),
              card.get().number()));
    }
    TakenBack answer =
        item.get() == PracticeItem.FOREIGN
            ? new TakenBack.BelongsTo(List.of(another(school)))
            : new TakenBack.NotOut();
    return new Step(state, texts.takenBack(answer, form));
  }

  private SchoolCode another(SchoolCode school) {
    return schools.all().stream()
        .map(School::code)
        .filter(code -> !code.equals(school))
        .findFirst()
        .orElse(school);
  }

  private Step notOurs(PracticeState state, String scanned) {
    return new Step(
        state,
        DeskAnswer.note(texts.say("practice.no-item", scanned), texts.say("practice.only-ours")));
  }

  Step undo(PracticeState state, String number) {
    boolean undoable =
        CardNumber.parse(number)
            .flatMap(parsed -> PracticeCard.find(new CardCode(parsed, null)))
            .filter(state::undoable)
            .isPresent();
    return undoable
        ? new Step(state.undo(), texts.undone(new Undo.Answered(Cards.Undone.DONE)))
        : new Step(state, texts.undone(new Undo.Answered(Cards.Undone.NOTHING_TO_UNDO)));
  }

  /** What the page shows of a card. */
  DeskHand hand(PracticeState state, PracticeCard card, CardCode shown, SchoolCode school) {
    int left = state.left(card);
    return new DeskHand(
        shown,
        texts.say(card.about() + ".name"),
        texts.say("practice.school"),
        card == PracticeCard.UNKNOWN_IDENTITY ? null : texts.say("practice.identity"),
        state.state(card),
        card.slotAccount(),
        validUntil(card),
        new DeskHand.Lending(
            cannot(state, card),
            card == PracticeCard.NOT_PRINTED,
            objections(state, card),
            left,
            left,
            LOAN_DAYS),
        state.out(card).stream().map(item -> loan(card, item, school)).toList(),
        0,
        state.undoable(card),
        connected.has(school));
  }

  private @Nullable String cannot(PracticeState state, PracticeCard card) {
    if (state.canLend(card)) {
      return null;
    }
    if (!state.state(card).isOpen()) {
      return texts.cannotLend(state.state(card));
    }
    return card.days() < 0 ? texts.daysOver(validUntil(card)) : texts.noneLeft(PracticeCard.TOTAL);
  }

  private List<ReasonTexts.Sentence> objections(PracticeState state, PracticeCard card) {
    if (!state.canLend(card)) {
      return List.of();
    }
    return switch (card) {
      case NOT_PRINTED -> List.of(reasons.of(NOT_PRINTED));
      case UNKNOWN_IDENTITY -> List.of(reasons.of(UNKNOWN_IDENTITY));
      default -> List.of();
    };
  }

  private LocalDate validUntil(PracticeCard card) {
    return clock.today().plusDays(card.days());
  }

  /** As lent today; the one that is late since before the card's last day. */
  private Loan loan(PracticeCard card, PracticeItem item, SchoolCode school) {
    LocalDate due =
        item == PracticeItem.LATE ? validUntil(card) : clock.today().plusDays(LOAN_DAYS);
    ZonedDateTime lent = due.minusDays(LOAN_DAYS).atStartOfDay(TaipeiClock.ZONE);
    return new Loan(
        school.value(),
        item.barcode(),
        texts.say(item.title()),
        item.type(),
        lent.toInstant(),
        null,
        Loan.Via.HAND,
        due,
        due,
        null,
        null,
        null,
        null,
        false,
        true);
  }
}
