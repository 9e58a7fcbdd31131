package org.libpass.circulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.SlotsInUse;
import org.libpass.circulation.SlotRelease.WaitingCard;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * When the slot of a card that has ended is free for the next one: all books are back, and every
 * connected lending school has said, after that, that nothing is charged to the account and no fine
 * owed on it. Where a lender has not said so for a day, librarians of the home school may let the
 * slots go.
 */
@Service
public class Settling {

  /** How long a lender may leave slots waiting before librarians are asked. */
  private static final Duration SILENCE = Duration.ofDays(1);

  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Cards cards;
  private final SlotsInUse slots;
  private final Lenders lenders;
  private final Watches watches;
  private final SentSteps sent;
  private final SlotDebts debts;
  private final SlotReleases releases;
  private final CirculationProcess process;
  private final DetectionSettings settings;
  private final TransactionOperations transaction;
  private final Lease lease;
  private final TaipeiClock clock;

  Settling(
      Cards cards,
      SlotsInUse slots,
      Lenders lenders,
      Watches watches,
      SentSteps sent,
      SlotDebts debts,
      SlotReleases releases,
      CirculationProcess process,
      DetectionSettings settings,
      TransactionOperations transaction,
      Lease lease,
      TaipeiClock clock) {
    this.cards = cards;
    this.slots = slots;
    this.lenders = lenders;
    this.watches = watches;
    this.sent = sent;
    this.debts = debts;
    this.releases = releases;
    this.process = process;
    this.settings = settings;
    this.transaction = transaction;
    this.lease = lease;
    this.clock = clock;
  }

  /** Whether nothing keeps the slot of a card any more. */
  public boolean isSettled(UUID card) {
    Card ended = cards.get(card);
    return !ended.isOpen() && !ended.hasLoansOut() && keepers(ended).isEmpty();
  }

  /** The slot of a card is free for the next one. Called by the process. */
  @Transactional
  public void settled(UUID card) {
    watches.end(card);
    sent.forget(card);
    cards.slotSettled(card);
  }

  /** The connected lenders that have not yet said what lets the card's slot go. */
  private List<SchoolCode> keepers(Card card) {
    Instant ended = card.endedAt();
    if (ended == null || !cards.hasItsSlot(card.id())) {
      return List.of();
    }
    Map<SchoolCode, Watch> known =
        watches.of(card.id()).stream()
            .collect(Collectors.toMap(Watch::lender, Function.identity()));
    return lenders.connectedFor(card.school()).stream()
        .filter(
            lender ->
                Optional.ofNullable(known.get(lender)).filter(it -> it.letsGo(ended)).isEmpty())
        .toList();
  }

  @Scheduled(fixedDelayString = "${libpass.detection.releases:5m}", initialDelayString = "1m")
  void lookAfterReleases() {
    if (settings.enabled()) {
      lease.runAlone("slot-releases", AT_MOST, this::review);
    }
  }

  /** Opens a task for each lender that leaves slots waiting, and ends those that are over. */
  public void review() {
    transaction.executeWithoutResult(
        status -> {
          Map<Pair, List<WaitingCard>> waiting = waiting();
          waiting.keySet().stream()
              .filter(pair -> releases.findOpen(pair.school(), pair.lender()).isEmpty())
              .forEach(this::open);
          releases.open().stream()
              .filter(release -> !waiting.containsKey(Pair.of(release)))
              .forEach(release -> end(release, null));
        });
  }

  private record Pair(SchoolCode school, SchoolCode lender) {

    static Pair of(SlotRelease release) {
      return new Pair(release.school(), release.lender());
    }
  }

  private void open(Pair pair) {
    SlotRelease opened =
        new SlotRelease(UUID.randomUUID(), pair.school(), pair.lender(), clock.instant());
    releases.add(opened);
    process.slotsWait(opened.id(), opened.school(), opened.lender());
  }

  private void end(SlotRelease release, @Nullable String by) {
    releases.end(release.id(), by, clock.instant());
    process.slotsGo(release.id());
  }

  /** The cards that have waited for longer than a day, by home school and lender. */
  private Map<Pair, List<WaitingCard>> waiting() {
    Instant longAgo = clock.instant().minus(SILENCE);
    List<Card> ended = new ArrayList<>();
    for (SlotsInUse.SlotInUse slot : slots.all()) {
      Instant closed = slot.closedAt();
      if (closed != null && !closed.isAfter(longAgo) && !slot.borrowed()) {
        ended.add(cards.get(slot.card()));
      }
    }
    return ended.stream()
        .filter(card -> card.endedAt() != null && !card.endedAt().isAfter(longAgo))
        .flatMap(
            card ->
                keepers(card).stream()
                    .map(
                        lender ->
                            Map.entry(new Pair(card.school(), lender), waiting(card, lender))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private WaitingCard waiting(Card card, SchoolCode lender) {
    return new WaitingCard(
        card,
        watches
            .find(card.id(), lender)
            .orElseGet(() -> new Watch(card.id(), lender, null, null, 0, null, false, null, null)));
  }

  /**
   * A release and the cards whose slots wait now.
   *
   * @throws NoSuchElementException if there is no such release
   */
  public SlotRelease.WithCards release(UUID id) {
    SlotRelease release = releases.get(id);
    return new SlotRelease.WithCards(release, waitingFor(release));
  }

  private List<WaitingCard> waitingFor(SlotRelease release) {
    return waiting().getOrDefault(Pair.of(release), List.of()).stream()
        .sorted(Comparator.comparing(it -> it.card().appliedAt()))
        .toList();
  }

  /**
   * A librarian of the home school lets the slots go. What the lender shows on the accounts later
   * may be a former card's, and is settled as a disagreement.
   *
   * @param by the librarian's account
   * @return how many slots; empty when it was done meanwhile
   */
  @Transactional
  public Optional<Integer> letGo(UUID id, String by) {
    SlotRelease release = releases.lock(id);
    if (releases.findOpen(release.school(), release.lender()).filter(release::equals).isEmpty()) {
      return Optional.empty();
    }
    List<WaitingCard> waiting = waitingFor(release);
    for (WaitingCard each : waiting) {
      watches.begin(release.lender(), List.of(each.card().id()));
      watches.release(each.card().id(), release.lender(), clock.instant());
      debts.owe(each.card(), release.lender());
    }
    end(release, by);
    return Optional.of(waiting.size());
  }
}
