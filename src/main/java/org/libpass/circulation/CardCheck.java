package org.libpass.circulation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.libpass.card.SlotsInUse;
import org.libpass.card.SlotsInUse.SlotInUse;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** "Check now": every connected lending school is asked about one card at once, side by side. */
@Service
public class CardCheck {

  /** No card more often than that, whoever asks. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Lenders lenders;
  private final SlotsInUse slots;
  private final Watches watches;
  private final LenderRounds rounds;
  private final JdbcClient jdbc;
  private final Executor threads;
  private final TaipeiClock clock;

  CardCheck(
      Lenders lenders,
      SlotsInUse slots,
      Watches watches,
      LenderRounds rounds,
      JdbcClient jdbc,
      @Qualifier("detectionThreads") Executor threads,
      TaipeiClock clock) {
    this.lenders = lenders;
    this.slots = slots;
    this.watches = watches;
    this.rounds = rounds;
    this.jdbc = jdbc;
    this.threads = threads;
    this.clock = clock;
  }

  /** The answer to "check now". */
  public sealed interface Checked {

    /**
     * The schools were asked.
     *
     * @param answered how many gave a good answer
     * @param silent those that could not be asked, by code
     */
    record Done(int answered, List<SchoolCode> silent) implements Checked {}

    /** It was checked a moment ago; again from that time on. */
    record TooSoon(Instant again) implements Checked {}

    /** The card has no slot any more: there is nothing to ask about. */
    record NoSlot() implements Checked {}
  }

  /** Asks now, and returns when all have answered or failed to. */
  @Transactional(propagation = Propagation.NEVER)
  public Checked check(UUID card) {
    Optional<SlotInUse> slot =
        slots.all().stream().filter(known -> known.card().equals(card)).findFirst();
    if (slot.isEmpty()) {
      return new Checked.NoSlot();
    }
    Instant now = clock.instant();
    Optional<Instant> again = nextCheck(card, now);
    if (again.isPresent()) {
      return new Checked.TooSoon(again.get());
    }
    List<SchoolCode> asked = lenders.connectedFor(slot.get().school());
    List<CompletableFuture<Boolean>> answers =
        asked.stream()
            .map(lender -> CompletableFuture.supplyAsync(() -> ask(lender, slot.get()), threads))
            .toList();
    List<Boolean> answered = answers.stream().map(CompletableFuture::join).toList();
    List<SchoolCode> silent =
        asked.stream().filter(lender -> !answered.get(asked.indexOf(lender))).toList();
    return new Checked.Done(asked.size() - silent.size(), silent);
  }

  private boolean ask(SchoolCode lender, SlotInUse slot) {
    Optional<Watch> watch = watches.find(slot.card(), lender);
    if (watch.isEmpty()) {
      watches.begin(lender, List.of(slot.card()));
    }
    return rounds.ask(
        lender, rounds.expected(lender).question(slot, watch.orElse(null), clock.instant()));
  }

  /** When it may be checked again, or empty, and then the pause begins now. */
  private Optional<Instant> nextCheck(UUID card, Instant now) {
    int taken =
        jdbc.sql("update card_check set asked_at = :now where card = :card and asked_at <= :before")
            .param("now", Watches.column(now))
            .param("card", card)
            .param("before", Watches.column(now.minus(PAUSE)))
            .update();
    if (taken == 1) {
      return Optional.empty();
    }
    int added =
        jdbc.sql(
                "insert into card_check (card, asked_at) select :card, :now"
                    + " where not exists (select 1 from card_check where card = :card)")
            .param("card", card)
            .param("now", Watches.column(now))
            .update();
    return added == 1 ? Optional.empty() : Optional.of(lastCheck(card).plus(PAUSE));
  }

  private Instant lastCheck(UUID card) {
    return jdbc.sql("select asked_at from card_check where card = :card")
        .param("card", card)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
