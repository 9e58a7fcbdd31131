package org.libpass.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.circulation.CardCheck;
import org.libpass.circulation.CardCheck.Checked;
import org.libpass.circulation.CardEvidence;
import org.libpass.circulation.Watch;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the lending schools' systems last answered about a card, and "check now". */
@Component
public class CardAnswers {

  private final CardEvidence evidence;
  private final CardCheck check;
  private final SchoolNames schools;
  private final Dates dates;

  CardAnswers(CardEvidence evidence, CardCheck check, SchoolNames schools, Dates dates) {
    this.evidence = evidence;
    this.check = check;
    this.schools = schools;
    this.dates = dates;
  }

  /**
   * What a card's page says of the answers.
   *
   * @param loans the schools that have books out on the card, each with its last answer
   * @param others how many other schools are asked
   * @param oldest the oldest of their last answers, null while one has not answered yet
   * @param silent those of the others that could not be asked at last
   * @param open whether the card is open, and so will be asked about
   */
  public record Answers(
      List<Watch> loans, int others, @Nullable Instant oldest, List<Watch> silent, boolean open) {

    /** Whether any school is asked about the card, or will be. */
    public boolean isAny() {
      return open || isAsked();
    }

    /** Whether any school was asked about the card already, or is being asked. */
    public boolean isAsked() {
      return others > 0 || !loans.isEmpty();
    }
  }

  /** What the card's page says to its reader and to its home school. */
  public Answers of(Card card) {
    return of(card, everyLender -> true);
  }

  /** What the card's page says to the librarians of a lending school: of that school only. */
  public Answers of(Card card, SchoolCode lender) {
    return of(card, watch -> watch.lender().equals(lender));
  }

  private Answers of(Card card, Predicate<Watch> shown) {
    List<Watch> all = evidence.watches(card.id()).stream().filter(shown).toList();
    var borrowedAt =
        card.loansOut().stream().map(loan -> loan.school()).collect(Collectors.toSet());
    List<Watch> others =
        all.stream().filter(watch -> !borrowedAt.contains(watch.lender())).toList();
    List<Watch> silent = others.stream().filter(watch -> watch.failingSince() != null).toList();
    boolean everyOneAnswered =
        others.stream().allMatch(watch -> watch.answeredAt() != null || silent.contains(watch));
    return new Answers(
        all.stream().filter(watch -> borrowedAt.contains(watch.lender())).toList(),
        others.size(),
        everyOneAnswered ? oldest(others).orElse(null) : null,
        silent,
        card.isOpen());
  }

  private static Optional<Instant> oldest(List<Watch> watches) {
    return watches.stream()
        .filter(watch -> watch.failingSince() == null)
        .map(Watch::answeredAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  /** Asks all schools about a card now, and says on the next page what came of it. */
  public void checkNow(UUID card, RedirectAttributes next) {
    Checked checked = check.check(card);
    if (checked instanceof Checked.TooSoon soon) {
      Flash.note(next, "answers.too-soon", dates.time(soon.again()));
    } else if (checked instanceof Checked.NoSlot) {
      Flash.note(next, "answers.no-slot");
    } else if (checked instanceof Checked.Done done) {
      say(done, next);
    }
  }

  private void say(Checked.Done done, RedirectAttributes next) {
    String answered = String.valueOf(done.answered());
    if (done.silent().isEmpty()) {
      Flash.done(next, "answers.checked", answered);
    } else {
      String silent = done.silent().stream().map(schools::of).collect(Collectors.joining("、"));
      Flash.note(next, "answers.checked-but", answered, silent);
    }
  }
}
