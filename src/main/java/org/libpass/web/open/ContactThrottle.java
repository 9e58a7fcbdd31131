package org.libpass.web.open;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.security.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the alliance's mailbox from being filled: so many messages an hour from one network, and so
 * many from all together, whichever node is asked.
 */
@Component
class ContactThrottle {

  static final Duration WINDOW = Duration.ofHours(1);
  static final int PER_NETWORK = 10;
  static final int FROM_ALL = 100;

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  ContactThrottle(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts a message. It is written down before it is counted, so that messages at the same moment
   * count each other; one that is refused does not count.
   *
   * @param address where the request comes from
   * @return when to try again; empty if it may be sent now
   */
  Optional<Instant> refusedUntil(String address) {
    Instant now = clock.instant();
    jdbc.sql("delete from contact_attempt where sent_at <= :old")
        .param("old", column(now.minus(WINDOW)))
        .update();
    UUID id = UUID.randomUUID();
    String network = Network.hashOf(address);
    jdbc.sql("insert into contact_attempt (id, network, sent_at) values (:id, :network, :now)")
        .param("id", id)
        .param("network", network)
        .param("now", column(now))
        .update();
    Optional<Instant> until =
        Stream.of(over(times(network), PER_NETWORK), over(times(), FROM_ALL))
            .flatMap(Optional::stream)
            .max(Instant::compareTo);
    until.ifPresent(
        later -> jdbc.sql("delete from contact_attempt where id = :id").param("id", id).update());
    return until;
  }

  private List<Instant> times(String network) {
    return jdbc.sql(
            "select sent_at from contact_attempt where network = :network order by sent_at desc")
        .param("network", network)
        .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  private List<Instant> times() {
    return jdbc.sql("select sent_at from contact_attempt order by sent_at desc")
        .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  /** When those beyond the limit have aged, or empty if there are none beyond it. */
  private static Optional<Instant> over(List<Instant> latestFirst, int limit) {
    return latestFirst.size() <= limit
        ? Optional.empty()
        : Optional.of(latestFirst.get(limit).plus(WINDOW));
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
