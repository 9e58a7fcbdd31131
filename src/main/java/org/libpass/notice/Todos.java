package org.libpass.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.card.Fine;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.ils.ChargedItem;
import org.libpass.notice.Todo.Kind;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Notice;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.reader.HomeRecord;
import org.libpass.reader.PrivacyTexts;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderEvent;
import org.libpass.reader.ReaderHistory;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reader should do now, derived from state; nothing of it is stored. */
@Service
public class Todos {

  /** Within a kind: the earlier date, so the longest overdue and the soonest due, comes first. */
  private static final Comparator<Todo> BY_URGENCY =
      Comparator.comparing(Todo::kind)
          .thenComparing(Todo::day, Comparator.nullsLast(Comparator.naturalOrder()));

  private final Readers readers;
  private final Activations activations;
  private final PrivacyTexts privacy;
  private final ReaderHistory history;
  private final Cards cards;
  private final Fines fines;
  private final Policies policies;
  private final TaipeiClock clock;

  Todos(
      Readers readers,
      Activations activations,
      PrivacyTexts privacy,
      ReaderHistory history,
      Cards cards,
      Fines fines,
      Policies policies,
      TaipeiClock clock) {
    this.readers = readers;
    this.activations = activations;
    this.privacy = privacy;
    this.history = history;
    this.cards = cards;
    this.fines = fines;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * A reader's to-do list, the most urgent first; empty when there is nothing to do. Asks no
   * library system: what it says of the home library is that library's last answer.
   *
   * @throws java.util.NoSuchElementException if there is no such reader
   */
  @Transactional(readOnly = true)
  public List<Todo> of(UUID reader) {
    Reader who = readers.get(reader);
    LocalDate today = clock.today();
    List<Todo> list = new ArrayList<>();
    addActivation(list, who, today);
    addHome(list, who, today);
    fines.owedBy(reader).forEach(fine -> list.add(ofFine(fine)));
    Map<SchoolCode, Integer> noticeDays = new HashMap<>();
    for (Card card : cards.ofReader(reader)) {
      addCard(list, card, today);
      card.loansOut().forEach(loan -> addLoan(list, card, loan, today, noticeDays));
    }
    list.sort(BY_URGENCY);
    return List.copyOf(list);
  }

  private void addActivation(List<Todo> list, Reader reader, LocalDate today) {
    switch (reader.status()) {
      case NOT_ACTIVATED -> list.add(ofActivation(Kind.ACTIVATE, reader, null, today));
      case PENDING -> list.add(ofActivation(Kind.ACTIVATION_PENDING, reader, last(reader), today));
      case REFUSED -> list.add(ofActivation(Kind.ACTIVATION_REFUSED, reader, last(reader), today));
      case ACTIVE -> {
        if (!privacy.isAgreedBy(reader)) {
          LocalDate since = privacy.current().since();
          list.add(
              new Todo(
                  Kind.AGREE_TO_PRIVACY,
                  null,
                  null,
                  reader.school(),
                  since,
                  null,
                  null,
                  null,
                  null));
        }
      }
      case SUSPENDED ->
          history.suspension(reader).ifPresent(event -> list.add(suspended(reader, event)));
    }
  }

  private @Nullable Activation last(Reader reader) {
    return activations.of(reader.id()).stream().findFirst().orElse(null);
  }

  private static Todo ofActivation(
      Kind kind, Reader reader, @Nullable Activation activation, LocalDate today) {
    if (activation == null) {
      return new Todo(kind, null, null, reader.school(), null, null, null, null, null);
    }
    var decided = activation.decidedAt();
    LocalDate since = TaipeiClock.dateOf(decided == null ? activation.submittedAt() : decided);
    return new Todo(
        kind,
        null,
        null,
        reader.school(),
        since,
        daysBetween(since, today),
        activation.id(),
        null,
        null);
  }

  private static Todo suspended(Reader reader, ReaderEvent event) {
    LocalDate since = TaipeiClock.dateOf(event.at());
    return new Todo(
        Kind.SUSPENDED, event.note(), null, reader.school(), since, null, null, null, null);
  }

  private static void addHome(List<Todo> list, Reader reader, LocalDate today) {
    SchoolCode school = reader.school();
    HomeRecord home = reader.homeRecord();
    home.overdue().forEach(item -> list.add(overdueAtHome(item, school, today)));
    int unnamed = (home.overdueItems() == null ? 0 : home.overdueItems()) - home.overdue().size();
    if (unnamed > 0) {
      list.add(figure(Kind.OVERDUE_AT_HOME_UNNAMED, school, BigDecimal.valueOf(unnamed)));
    }
    BigDecimal fines = home.finesOwed();
    if (fines != null && fines.signum() > 0) {
      list.add(figure(Kind.FINE, school, fines));
    }
    home.holdShelf().forEach(item -> list.add(item(Kind.HOLD_SHELF, item, school, null, null)));
    home.requests().forEach(words -> list.add(request(words, school)));
  }

  private static Todo overdueAtHome(ChargedItem item, SchoolCode school, LocalDate today) {
    LocalDate due = item.dueDate();
    return due == null || !due.isBefore(today)
        ? item(Kind.OVERDUE_AT_HOME_UNDATED, item, school, null, null)
        : item(Kind.OVERDUE_AT_HOME, item, school, due, daysBetween(due, today));
  }

  private static Todo item(
      Kind kind,
      ChargedItem item,
      SchoolCode school,
      @Nullable LocalDate day,
      @Nullable Long days) {
    String title = item.title();
    String label = title == null || title.isBlank() ? item.barcode() : title;
    return new Todo(kind, label, item.barcode(), school, day, days, null, null, null);
  }

  private static Todo request(String words, SchoolCode school) {
    return new Todo(Kind.REQUEST_ARRIVED, words, null, school, null, null, null, null, null);
  }

  private static Todo figure(Kind kind, SchoolCode school, BigDecimal amount) {
    return new Todo(kind, null, null, school, null, null, null, null, amount);
  }

  private Todo ofFine(Fine fine) {
    return new Todo(
        Kind.FINE_ON_CARD,
        fine.item(),
        null,
        fine.lender(),
        TaipeiClock.dateOf(fine.recorded().at()),
        null,
        fine.card(),
        cards.get(fine.card()).number().value(),
        BigDecimal.valueOf(fine.amount()));
  }

  private static void addCard(List<Todo> list, Card card, LocalDate today) {
    if (card.state() == CardState.REFERRED) {
      LocalDate since = TaipeiClock.dateOf(card.appliedAt());
      list.add(ofCard(Kind.APPLICATION_UNDER_REVIEW, card, since, daysBetween(since, today), null));
      return;
    }
    if (!card.canLend(today)) {
      return;
    }
    LocalDate until = card.validUntil();
    String number = card.number().value();
    if (until.equals(today)) {
      list.add(ofCard(Kind.CARD_ENDS_TODAY, card, until, 0L, number));
    }
    if (card.state() == CardState.ISSUED) {
      list.add(ofCard(Kind.CARD_TO_PRINT, card, until, daysBetween(today, until), number));
    }
  }

  private static Todo ofCard(
      Kind kind, Card card, LocalDate day, long days, @Nullable String number) {
    return new Todo(kind, null, null, card.school(), day, days, card.id(), number, null);
  }

  private void addLoan(
      List<Todo> list, Card card, Loan loan, LocalDate today, Map<SchoolCode, Integer> noticeDays) {
    if (loan.isOverdue(today)) {
      list.add(ofLoan(Kind.OVERDUE_ON_CARD, card, loan, daysBetween(loan.returnBy(), today)));
      return;
    }
    long left = daysBetween(today, loan.returnBy());
    if (left <= noticeDays.computeIfAbsent(loan.school(), this::firstNotice)) {
      list.add(ofLoan(left == 0 ? Kind.DUE_TODAY : Kind.DUE_SOON, card, loan, left));
    }
  }

  /** So many days before the date the lending school first tells of it; 0 is the day itself. */
  private int firstNotice(SchoolCode lender) {
    return Collections.max(policies.limits(lender, new Notice()).noticeDaysBefore());
  }

  private static Todo ofLoan(Kind kind, Card card, Loan loan, long days) {
    return new Todo(
        kind,
        loan.label(),
        loan.barcode(),
        loan.school(),
        loan.returnBy(),
        days,
        card.id(),
        card.number().value(),
        null);
  }

  private static long daysBetween(LocalDate one, LocalDate next) {
    return ChronoUnit.DAYS.between(one, next);
  }
}
