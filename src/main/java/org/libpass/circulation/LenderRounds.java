package org.libpass.circulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.card.SlotsInUse;
import org.libpass.card.SlotsInUse.Item;
import org.libpass.card.SlotsInUse.SlotInUse;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotCharges;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is known before a lender is asked about its slots, and the asking. */
@Component
class LenderRounds {

  private static final Logger LOG = LoggerFactory.getLogger(LenderRounds.class);

  /** Due dates are looked at again that often: renewed items are seen by it. */
  private static final Duration DUE_DATES = Duration.ofHours(12);

  /** A system that fails so often in a row is left alone until the next round. */
  private static final int FAILURES = 3;

  private static final int BATCH = 50;

  private final SlotAccounts accounts;
  private final SlotsInUse slots;
  private final Disagreements disagreements;
  private final SentSteps sent;
  private final SlotDebts debts;
  private final Watches watches;
  private final Findings findings;
  private final ItemQuestions items;
  private final TaipeiClock clock;

  LenderRounds(
      SlotAccounts accounts,
      SlotsInUse slots,
      Disagreements disagreements,
      SentSteps sent,
      SlotDebts debts,
      Watches watches,
      Findings findings,
      ItemQuestions items,
      TaipeiClock clock) {
    this.accounts = accounts;
    this.slots = slots;
    this.disagreements = disagreements;
    this.sent = sent;
    this.debts = debts;
    this.watches = watches;
    this.findings = findings;
    this.items = items;
    this.clock = clock;
  }

  /** What we think a lender's system holds. */
  Expected expected(SchoolCode lender) {
    Set<UUID> touchy = new HashSet<>(disagreements.cardsLiveAt(lender));
    touchy.addAll(sent.cardsAt(lender));
    return new Expected(
        slots.itemsOf(lender).stream().collect(Collectors.groupingBy(Item::account)),
        touchy,
        debts.accountsAt(lender));
  }

  /**
   * @param items what may be charged, by account
   * @param touchy cards whose answers are always looked at closely
   * @param owing accounts whose answers are always looked at closely
   */
  record Expected(Map<String, List<Item>> items, Set<UUID> touchy, Set<String> owing) {

    Question question(SlotInUse slot, @Nullable Watch watch, Instant now) {
      List<Item> here = items.getOrDefault(slot.account(), List.of());
      boolean plain =
          !touchy.contains(slot.card())
              && !owing.contains(slot.account())
              && here.stream().allMatch(item -> item.out() && item.inSystem());
      Instant itemsAsked = watch == null ? null : watch.itemsAskedAt();
      boolean datesDue =
          !here.isEmpty() && (itemsAsked == null || itemsAsked.plus(DUE_DATES).isBefore(now));
      return new Question(
          slot,
          here.stream().map(Item::barcode).collect(Collectors.toUnmodifiableSet()),
          plain && !datesDue,
          datesDue,
          watch == null ? null : watch.askedAt());
    }
  }

  /**
   * One slot to be asked about.
   *
   * @param known the items that may be charged
   * @param plain whether an answer that names just these says nothing new
   * @param askItems whether each item is asked about, for its due date
   * @param askedAt when it was asked last, null if never
   */
  record Question(
      SlotInUse slot,
      Set<String> known,
      boolean plain,
      boolean askItems,
      @Nullable Instant askedAt) {

    static final Comparator<Question> FIRST_THOSE_WITH_BOOKS =
        Comparator.comparing(Question::lentHere)
            .reversed()
            .thenComparing(Question::askedAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    boolean lentHere() {
      return !known.isEmpty();
    }

    boolean isNothingNew(SlotCharges answer) {
      return plain && answer.whole() && Set.copyOf(answer.barcodes()).equals(known);
    }
  }

  /**
   * Asks a lender all these questions; several threads may run the same round.
   *
   * @param goesOn asked after each batch; false ends the round
   */
  Round round(SchoolCode lender, Queue<Question> due, BooleanSupplier goesOn) {
    return new Round(lender, due, goesOn);
  }

  /** One question, at once; empty-handed when there is no answer. */
  boolean ask(SchoolCode lender, Question question) {
    Round one = new Round(lender, new ConcurrentLinkedQueue<>(), () -> true);
    boolean answered = one.ask(question);
    one.write();
    return answered;
  }

  final class Round implements Runnable {

    private final SchoolCode lender;
    private final Queue<Question> due;
    private final BooleanSupplier goesOn;
    private final List<Watches.Answer> answered = new ArrayList<>();
    private final List<UUID> silent = new ArrayList<>();
    private int failures;

    private Round(SchoolCode lender, Queue<Question> due, BooleanSupplier goesOn) {
      this.lender = lender;
      this.due = due;
      this.goesOn = goesOn;
    }

    @Override
    public void run() {
      Question next = due.poll();
      while (next != null) {
        if (!ask(next) && isGivenUp()) {
          leave();
        }
        next = due.poll();
      }
      write();
    }

    private synchronized boolean isGivenUp() {
      return failures >= FAILURES;
    }

    private boolean ask(Question question) {
      UUID card = question.slot().card();
      try {
        SlotCharges charges = accounts.charged(lender, question.slot().account());
        if (question.isNothingNew(charges)) {
          answered(
              new Watches.Answer(
                  card, charges.askedAt(), charges.barcodes().size(), isQuiet(charges)));
        } else {
          findings.keep(card, items.answer(lender, question, charges));
          answered(null);
        }
        return true;
      } catch (IlsUnavailable noAnswer) {
        silent(card, noAnswer);
        return false;
      } catch (RuntimeException broken) {
        // One card that can't be kept must not hide all others; it is asked about again.
        LOG.error("What {} says of {} could not be kept", lender, card, broken);
        return true;
      }
    }

    private boolean isQuiet(SlotCharges charges) {
      return new Findings.Answer(lender, charges, Map.of()).isQuiet();
    }

    private synchronized void answered(Watches.@Nullable Answer answer) {
      failures = 0;
      if (answer != null) {
        answered.add(answer);
        if (answered.size() >= BATCH) {
          write();
          if (!goesOn.getAsBoolean()) {
            due.clear();
          }
        }
      }
    }

    private synchronized void silent(UUID card, IlsUnavailable why) {
      failures = why.isAnswered() ? 0 : failures + 1;
      silent.add(card);
    }

    /** The rest is not asked now. */
    private synchronized void leave() {
      Question next = due.poll();
      while (next != null) {
        silent.add(next.slot().card());
        next = due.poll();
      }
    }

    private synchronized void write() {
      if (!answered.isEmpty()) {
        watches.answered(lender, answered);
        answered.clear();
      }
      if (!silent.isEmpty()) {
        watches.failed(lender, silent, clock.instant());
        silent.clear();
      }
    }
  }
}
