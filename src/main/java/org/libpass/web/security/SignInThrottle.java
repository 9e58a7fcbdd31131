package org.libpass.web.security;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.libpass.platform.TaipeiClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: so many failures per account and per address, then none for a
 * while, whichever node is asked.
 *
 * <p>An attempt is written down as failed before the password is tried and struck out when it was
 * right; so attempts at the same moment count each other and none slips through between looking and
 * writing. A refused attempt is not counted, so that waiting always helps.
 */
@Component
class SignInThrottle {

  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int PER_ACCOUNT = 5;
  static final int PER_ADDRESS = 20;

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  SignInThrottle(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Writes an attempt down before it is made.
   *
   * @param kind {@code reader} or {@code staff}, whose accounts are told apart
   * @param account what was typed, in any case
   * @param address where the request comes from
   */
  Attempt begin(String kind, String account, String address) {
    Instant now = clock.instant();
    jdbc.sql("delete from sign_in_attempt where tried_at <= :old")
        .param("old", utc(now.minus(WINDOW)))
        .update();
    String ofAccount = Network.hash(kind + ":" + account.toLowerCase(Locale.ROOT));
    String ofAddress = Network.hashOf(address);
    Attempt attempt =
        new Attempt(UUID.randomUUID(), UUID.randomUUID(), ofAccount, Optional.empty());
    write(attempt.byAccount(), ofAccount, now);
    write(attempt.byAddress(), ofAddress, now);
    Optional<Instant> until =
        latest(blockedUntil(ofAccount, PER_ACCOUNT), blockedUntil(ofAddress, PER_ADDRESS));
    if (until.isPresent()) {
      strike(attempt);
    }
    return new Attempt(attempt.byAccount(), attempt.byAddress(), ofAccount, until);
  }

  /** The password was right: the account's failures are forgotten, the address's others stay. */
  void succeeded(Attempt attempt) {
    strike(attempt);
    jdbc.sql("delete from sign_in_attempt where subject = :subject")
        .param("subject", attempt.account())
        .update();
  }

  /** There was no answer about the password, so this was no failure. */
  void strike(Attempt attempt) {
    jdbc.sql("delete from sign_in_attempt where id in (:account, :address)")
        .param("account", attempt.byAccount())
        .param("address", attempt.byAddress())
        .update();
  }

  /** When the failures beyond the limit have aged, or empty if there are none beyond it. */
  private Optional<Instant> blockedUntil(String subject, int limit) {
    List<Instant> latestFirst =
        jdbc.sql(
                "select tried_at from sign_in_attempt where subject = :subject"
                    + " order by tried_at desc")
            .param("subject", subject)
            .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .list();
    return latestFirst.size() <= limit
        ? Optional.empty()
        : Optional.of(latestFirst.get(limit).plus(WINDOW));
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    if (one.isPresent() && other.isPresent()) {
      return one.get().isAfter(other.get()) ? one : other;
    }
    return one.or(() -> other);
  }

  private void write(UUID id, String subject, Instant now) {
    jdbc.sql("insert into sign_in_attempt (id, subject, tried_at) values (:id, :subject, :now)")
        .param("id", id)
        .param("subject", subject)
        .param("now", utc(now))
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /**
   * An attempt that was written down.
   *
   * @param byAccount its row under the account
   * @param byAddress its row under the address
   * @param account the account's hash
   * @param refusedUntil when to try again; empty if the password may be tried now
   */
  record Attempt(UUID byAccount, UUID byAddress, String account, Optional<Instant> refusedUntil) {}
}
