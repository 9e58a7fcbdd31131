package org.libpass.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Waiting;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what the cards say with where the engine waits: every card that waits for something has
 * exactly one waiting activity, the one that fits its state, and a follow-up task only while a book
 * is overdue.
 */
@Service
public class Reconciliation {

  private static final String SETTLING = CardSteps.activityOf(Waiting.SETTLING);
  private static final String FOLLOW_UP = "overdueFollowUp";

  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  private static final Duration AT_MOST = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final Cards cards;
  private final Lease lease;
  private final TaipeiClock clock;

  Reconciliation(JdbcClient jdbc, Cards cards, Lease lease, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.cards = cards;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * A card whose process stands elsewhere.
   *
   * @param card its id
   * @param expected the activities that should wait
   * @param found the activities that wait
   */
  public record Discrepancy(UUID card, List<String> expected, List<String> found) {}

  /** Every night one node checks; what does not fit is logged for the alliance's administrator. */
  @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Taipei")
  void checkEveryNight() {
    lease.runAlone(
        "reconciliation",
        AT_MOST,
        () -> check().forEach(wrong -> LOG.error("Card and process disagree: {}", wrong)));
  }

  /** What does not fit; empty when all is well. */
  @Transactional(readOnly = true)
  public List<Discrepancy> check() {
    Map<UUID, List<String>> waiting = waiting();
    List<Discrepancy> wrong = new ArrayList<>();
    Set<UUID> known = new HashSet<>();
    for (Card card : cards.waiting()) {
      known.add(card.id());
      List<String> found = waiting.getOrDefault(card.id(), List.of());
      List<String> expected = List.of(CardSteps.activityOf(card.waiting()));
      List<String> states = found.stream().filter(activity -> !activity.equals(FOLLOW_UP)).toList();
      int followUps = found.size() - states.size();
      // The task opens when the timer has fired, which may be a moment after midnight.
      boolean followUpFits = followUps == 0 || (followUps == 1 && card.isOverdue(clock.today()));
      if (!states.equals(expected) || !followUpFits) {
        wrong.add(new Discrepancy(card.id(), expected, found));
      }
    }
    waiting.forEach(
        (card, found) -> {
          if (!known.contains(card) && !(found.equals(List.of(SETTLING)) && hadALateBook(card))) {
            wrong.add(new Discrepancy(card, List.of(), found));
          }
        });
    return wrong;
  }

  /** Such a card ends its wait without a slot, which was another card's when the book came back. */
  private boolean hadALateBook(UUID id) {
    Card card = cards.get(id);
    Instant closed = card.closedAt();
    Instant ended = card.endedAt();
    return closed != null && ended != null && ended.isAfter(closed);
  }

  /** The waiting activities of all instances of {@code card-lifecycle}, by card. */
  private Map<UUID, List<String>> waiting() {
    String activities =
        Stream.of(Waiting.values())
            .map(CardSteps::activityOf)
            .collect(Collectors.joining("', '", "'", "', '" + FOLLOW_UP + "'"));
    return jdbc
        .sql(
            "select p.business_key_ as card, e.act_id_ as activity from act_ru_execution e"
                + " join act_ru_execution p on p.id_ = e.proc_inst_id_"
                + " join act_re_procdef d on d.id_ = p.proc_def_id_"
                + " where d.key_ = 'card-lifecycle' and e.is_active_ = true and e.act_id_ in ("
                + activities
                + ") order by e.act_id_")
        .query((row, index) -> Map.entry(row.getString("card"), row.getString("activity")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                entry -> UUID.fromString(entry.getKey()),
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
