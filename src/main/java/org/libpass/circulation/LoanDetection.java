package org.libpass.circulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.libpass.card.SlotsInUse;
import org.libpass.card.SlotsInUse.SlotInUse;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Follows what clerks lend and take back in their own library systems, by asking each connected
 * lending school about every slot in use, never about its own readers' slots.
 *
 * <p>Schools are asked side by side, each at its own pace, so that one that is slow or silent
 * delays no other. One node at a time asks a school.
 */
@Service
public class LoanDetection {

  private static final Logger LOG = LoggerFactory.getLogger(LoanDetection.class);

  /** Longer than a batch of questions can take at a system that takes seconds for each. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Lenders lenders;
  private final SlotsInUse slots;
  private final Watches watches;
  private final Rhythm rhythm;
  private final LenderRounds rounds;
  private final DetectionSettings settings;
  private final Lease lease;
  private final Executor threads;
  private final TaipeiClock clock;
  private final Set<SchoolCode> underWay = ConcurrentHashMap.newKeySet();

  LoanDetection(
      Lenders lenders,
      SlotsInUse slots,
      Watches watches,
      Rhythm rhythm,
      LenderRounds rounds,
      DetectionSettings settings,
      Lease lease,
      @Qualifier("detectionThreads") Executor threads,
      TaipeiClock clock) {
    this.lenders = lenders;
    this.slots = slots;
    this.watches = watches;
    this.rhythm = rhythm;
    this.rounds = rounds;
    this.settings = settings;
    this.lease = lease;
    this.threads = threads;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${libpass.detection.every:15s}", initialDelayString = "5s")
  void goOn() {
    if (settings.enabled()) {
      start();
    }
  }

  /** Asks every connected school about all slots that are due, and waits until all is asked. */
  public void sweep() {
    CompletableFuture.allOf(start().toArray(CompletableFuture[]::new)).join();
  }

  private List<CompletableFuture<Void>> start() {
    List<SlotInUse> all = slots.all();
    return lenders.connected().stream()
        .map(lender -> CompletableFuture.runAsync(() -> round(lender, all), threads))
        .toList();
  }

  private void round(SchoolCode lender, List<SlotInUse> all) {
    if (!underWay.add(lender)) {
      return; // the last round still goes on
    }
    try {
      String job = "loan-detection/" + lender;
      lease.runAlone(job, AT_MOST, () -> ask(lender, all, () -> lease.extend(job, AT_MOST)));
    } catch (RuntimeException broken) {
      LOG.error("The round at {} has failed", lender, broken);
    } finally {
      underWay.remove(lender);
    }
  }

  private void ask(SchoolCode lender, List<SlotInUse> all, BooleanSupplier goesOn) {
    List<SlotInUse> foreign = all.stream().filter(slot -> !slot.school().equals(lender)).toList();
    if (foreign.isEmpty()) {
      return;
    }
    Map<UUID, Watch> known = known(lender, foreign);
    LenderRounds.Expected expected = rounds.expected(lender);
    Rhythm.Beat beat = rhythm.at(lender);
    Queue<LenderRounds.Question> due =
        foreign.stream()
            .map(slot -> expected.question(slot, known.get(slot.card()), clock.instant()))
            .filter(
                question -> beat.isDue(question.slot(), question.lentHere(), question.askedAt()))
            .sorted(LenderRounds.Question.FIRST_THOSE_WITH_BOOKS)
            .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    LenderRounds.Round round = rounds.round(lender, due, goesOn);
    List<CompletableFuture<Void>> helpers =
        IntStream.range(1, lenders.width(lender))
            .mapToObj(each -> CompletableFuture.runAsync(round, threads))
            .toList();
    round.run();
    helpers.forEach(CompletableFuture::join);
  }

  private Map<UUID, Watch> known(SchoolCode lender, List<SlotInUse> slotsOfOthers) {
    Map<UUID, Watch> known = byCard(lender);
    List<UUID> fresh =
        slotsOfOthers.stream()
            .map(SlotInUse::card)
            .filter(card -> !known.containsKey(card))
            .toList();
    if (fresh.isEmpty()) {
      return known;
    }
    watches.begin(lender, fresh);
    return byCard(lender);
  }

  private Map<UUID, Watch> byCard(SchoolCode lender) {
    return watches.at(lender).stream().collect(Collectors.toMap(Watch::card, Function.identity()));
  }
}
