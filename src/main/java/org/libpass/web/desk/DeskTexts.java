package org.libpass.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk.Lent;
import org.libpass.circulation.Desk.TakenBack;
import org.libpass.circulation.Desk.Undo;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.web.Dates;
import org.libpass.web.ReasonTexts;
import org.libpass.web.SchoolNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says every answer of the desk in a few large words, and what to do next. */
@Component
class DeskTexts {

  private final MessageSource messages;
  private final ReasonTexts reasons;
  private final SchoolNames schools;
  private final Dates dates;
  private final TaipeiClock clock;

  DeskTexts(
      MessageSource messages,
      ReasonTexts reasons,
      SchoolNames schools,
      Dates dates,
      TaipeiClock clock) {
    this.messages = messages;
    this.reasons = reasons;
    this.schools = schools;
    this.dates = dates;
    this.clock = clock;
  }

  DeskAnswer lent(Lent answer, ScanForm form) {
    if (answer instanceof Lent.Done done) {
      Card card = done.card();
      Integer left = clock.today().isAfter(card.validUntil()) ? null : card.itemsLeft();
      return lent(done.loan(), left, card.number());
    }
    if (answer instanceof Lent.Refused refused) {
      return DeskAnswer.refused(
          say("staff.desk.lend.refused", form.scan()), reasons.of(refused.reasons()));
    }
    if (answer instanceof Lent.AskLibrarian ask) {
      return DeskAnswer.question(
          say("staff.desk.lend.ask", form.scan()), reasons.of(ask.reasons()), form);
    }
    if (answer instanceof Lent.CardCannotLend cannot) {
      return DeskAnswer.refused(
          say("staff.desk.lend.refused", form.scan()), cannotLend(cannot.state()));
    }
    if (answer instanceof Lent.SystemAway) {
      return DeskAnswer.away(
          say("staff.desk.lend.refused", form.scan()), say("staff.desk.away.lend"), form);
    }
    if (answer instanceof Lent.SystemRefused system) {
      return DeskAnswer.refused(
          say("staff.desk.lend.refused", form.scan()), systemSays(system.screenMessage()));
    }
    if (answer instanceof Lent.Unknown) {
      return DeskAnswer.note(
          say("staff.desk.lend.unknown", form.scan()), say("staff.desk.unknown.lend"));
    }
    return DeskAnswer.refused(
        say("staff.desk.lend.refused", form.scan()), say("staff.desk.lend." + word(answer)));
  }

  private String systemSays(@Nullable String message) {
    return message == null || message.isBlank()
        ? say("staff.desk.system.silent")
        : say("staff.desk.system.says", message);
  }

  private static String word(Lent answer) {
    if (answer instanceof Lent.OnThisCard) {
      return "on-this-card";
    }
    if (answer instanceof Lent.OnAnotherCard) {
      return "on-another-card";
    }
    if (answer instanceof Lent.OwnReader) {
      return "own-reader";
    }
    if (answer instanceof Lent.CardReplaced) {
      return "card-replaced";
    }
    if (answer instanceof Lent.SchoolPaused) {
      return "school-paused";
    }
    if (answer instanceof Lent.NotLent) {
      return "not-lent";
    }
    throw new IllegalStateException("No words for " + answer);
  }

  /**
   * @param left how many more items may be lent on the card, null when its days are over
   * @param number the card's
   */
  DeskAnswer lent(Loan loan, @Nullable Integer left, CardNumber number) {
    List<String> details = new ArrayList<>();
    details.add(say("staff.desk.lend.return-by", dates.day(loan.returnBy())));
    if (!loan.returnBy().equals(loan.dueDate())) {
      details.add(say("staff.desk.lend.moved", dates.day(loan.dueDate())));
    }
    if (loan.lentVia() == Loan.Via.SYSTEM) {
      details.add(say("staff.desk.lend.in-system"));
    }
    if (left != null) {
      details.add(say("staff.desk.lend.left", left));
    }
    return DeskAnswer.done(say("staff.desk.lend.done", loan.label()), details, number.value());
  }

  /** Why a card lends nothing now, with what to do. */
  String cannotLend(CardState state) {
    return say("staff.desk.cannot." + state);
  }

  /** Why this card lends nothing now, as far as the card itself says. */
  String cannotLend(Card card) {
    if (!card.isOpen()) {
      return cannotLend(card.state());
    }
    if (clock.today().isAfter(card.validUntil())) {
      return daysOver(card.validUntil());
    }
    return card.itemsLeft() == 0 ? noneLeft(card.totalItems()) : say("staff.desk.cannot.done");
  }

  String daysOver(LocalDate validUntil) {
    return say("staff.desk.cannot.days-over", dates.day(validUntil));
  }

  /**
   * @param total how many items the card could borrow over its life
   */
  String noneLeft(int total) {
    return say("staff.desk.cannot.none-left", total);
  }

  DeskAnswer takenBack(TakenBack answer, ReturnForm form) {
    String refused = say("staff.desk.back.refused", form.barcode());
    if (answer instanceof TakenBack.Done done) {
      Card card = done.card();
      return takenBack(done.loan(), card.loansOut().size(), card.isOpen(), card.number());
    }
    if (answer instanceof TakenBack.BelongsTo elsewhere) {
      return DeskAnswer.refused(
          refused, say("staff.desk.back.belongs-to", names(elsewhere.lenders())));
    }
    if (answer instanceof TakenBack.SystemAway) {
      return DeskAnswer.away(refused, say("staff.desk.away.back"), form);
    }
    if (answer instanceof TakenBack.SystemRefused system) {
      return DeskAnswer.refused(refused, systemSays(system.screenMessage()));
    }
    if (answer instanceof TakenBack.Unknown) {
      return DeskAnswer.note(
          say("staff.desk.back.unknown", form.barcode()), say("staff.desk.unknown.back"));
    }
    return DeskAnswer.refused(
        refused,
        say(
            answer instanceof TakenBack.NotTakenBack
                ? "staff.desk.back.not-taken-back"
                : "staff.desk.back.not-out"));
  }

  private String names(List<SchoolCode> codes) {
    return codes.stream().map(schools::of).collect(Collectors.joining(say("list.separator")));
  }

  /**
   * @param out how many items are still out on the card
   * @param open whether the card is still open
   * @param number the card's
   */
  DeskAnswer takenBack(Loan loan, int out, boolean open, CardNumber number) {
    List<String> details = new ArrayList<>();
    LocalDate back =
        loan.returnedAt() == null ? clock.today() : TaipeiClock.dateOf(loan.returnedAt());
    if (back.isAfter(loan.returnBy())) {
      details.add(say("staff.desk.back.late", dates.day(loan.returnBy())));
    }
    if (out > 0) {
      details.add(say("staff.desk.back.still-out", out));
    } else {
      details.add(say(open ? "staff.desk.back.all" : "staff.desk.back.closed"));
    }
    return DeskAnswer.done(say("staff.desk.back.done", loan.label()), details, number.value());
  }

  DeskAnswer undone(Undo answer) {
    if (answer instanceof Undo.Answered card) {
      String key = "staff.desk.undo." + card.answer();
      return card.answer() == Cards.Undone.DONE
          ? DeskAnswer.done(say("staff.desk.undo.done"), List.of(say(key)), null)
          : DeskAnswer.refused(say("staff.desk.undo.refused"), say(key));
    }
    if (answer instanceof Undo.SystemRefused system) {
      return DeskAnswer.refused(say("staff.desk.undo.refused"), systemSays(system.screenMessage()));
    }
    return answer instanceof Undo.Unknown
        ? DeskAnswer.note(say("staff.desk.undo.unknown"), say("staff.desk.undo.unknown.next"))
        : DeskAnswer.refused(say("staff.desk.undo.refused"), say("staff.desk.undo.away"));
  }

  /** An item came before anybody had looked at the person. */
  DeskAnswer identityFirst(String barcode) {
    return DeskAnswer.refused(
        say("staff.desk.lend.refused", barcode), say("staff.desk.identity.required"));
  }

  /**
   * @param why what is wrong with what was sent
   */
  DeskAnswer unreadable(String why) {
    return DeskAnswer.refused(say("desk.unreadable"), why);
  }

  /** Somebody else changed the same thing at the same moment. */
  DeskAnswer crossed() {
    return DeskAnswer.note(say("staff.desk.crossed"), say("staff.desk.crossed.next"));
  }

  String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
