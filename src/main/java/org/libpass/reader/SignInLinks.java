package org.libpass.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.libpass.ils.Connections;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How readers of a school without a connection sign in: by a link that is sent to the address in
 * the school's list, works once and not for long.
 */
@Service
public class SignInLinks {

  /** How long a link works. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  /** How many mails a reader gets within {@link #WINDOW}, whoever asks for them. */
  static final int MAILS = 3;

  static final Duration WINDOW = Duration.ofHours(1);

  private static final int TOKEN_BYTES = 32;

  private final ReaderRepository readers;
  private final Readers people;
  private final Connections connections;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final TaipeiClock clock;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(
      ReaderRepository readers,
      Readers people,
      Connections connections,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      TaipeiClock clock) {
    this.readers = readers;
    this.people = people;
    this.connections = connections;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Has a link written to whoever is listed under that number or address; to nobody if there is no
   * such reader, no address in the list, or there were enough mails already. Who asks is not told
   * which it was. Two readers with one address, such as a graduate who now works at the school, get
   * a link each.
   *
   * @param numberOrAddress a reader number or the e-mail address in the list, in any case
   * @param language of the page, and so of the mail
   */
  @Transactional
  public void ask(SchoolCode school, String numberOrAddress, Locale language) {
    if (connections.has(school)) {
      return;
    }
    Instant now = clock.instant();
    jdbc.sql("delete from sign_in_link where asked_at <= :old")
        .param("old", column(now.minus(WINDOW)))
        .update();
    named(school, numberOrAddress).forEach(id -> send(people.lock(id), now, language));
  }

  private List<UUID> named(SchoolCode school, String numberOrAddress) {
    List<Reader> byNumber =
        readers.findBySchoolAndNumberIgnoreCase(school.value(), numberOrAddress);
    List<Reader> byAddress =
        readers.findBySchoolAndLibraryEmailIgnoreCase(school.value(), numberOrAddress);
    return Stream.concat(byNumber.stream(), byAddress.stream())
        .sorted(Comparator.comparing(Reader::number))
        .map(Reader::id)
        .distinct()
        .toList();
  }

  private void send(Reader reader, Instant now, Locale language) {
    String address = reader.libraryEmail();
    if (address == null || mailsOfLate(reader.id()) >= MAILS) {
      return;
    }
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    end(reader.id());
    jdbc.sql(
            "insert into sign_in_link (token_hash, reader, asked_at, ends_at, usable)"
                + " values (:hash, :reader, :now, :endsAt, true)")
        .param("hash", hash(token))
        .param("reader", reader.id())
        .param("now", column(now))
        .param("endsAt", column(now.plus(LIFE)))
        .update();
    events.publishEvent(new SignInLinkAsked(reader.id(), address, token, now.plus(LIFE), language));
  }

  private int mailsOfLate(UUID reader) {
    return jdbc.sql("select count(*) from sign_in_link where reader = :reader")
        .param("reader", reader)
        .query(Integer.class)
        .single();
  }

  /** Ends the links that a reader has, used or not. */
  void end(UUID reader) {
    jdbc.sql("update sign_in_link set usable = false where reader = :reader")
        .param("reader", reader)
        .update();
  }

  /** Whom a link would sign in now, without using it up; empty if it does nothing any more. */
  @Transactional(readOnly = true)
  public Optional<Reader> holder(String token) {
    return jdbc.sql(
            "select reader from sign_in_link"
                + " where token_hash = :hash and usable and ends_at > :now")
        .param("hash", hash(token))
        .param("now", column(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(people::get);
  }

  /**
   * Uses a link up.
   *
   * @param language in which the browser shows the pages, see {@link Readers#signIn}
   * @return who is signed in by it; empty if it does nothing any more
   */
  @Transactional
  public Optional<Reader> use(String token, Locale language) {
    Optional<UUID> holder = holder(token).map(Reader::id);
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    people.lock(holder.get()); // before the link's row, as whoever asks for a link does
    if (!isFirstUse(token)) {
      return Optional.empty();
    }
    people.meet(holder.get(), language);
    return holder.map(people::get);
  }

  /** Of two at the same moment the database lets one change the row. */
  private boolean isFirstUse(String token) {
    return jdbc.sql(
                "update sign_in_link set usable = false where token_hash = :hash and usable"
                    + " and ends_at > :now")
            .param("hash", hash(token))
            .param("now", column(clock.instant()))
            .update()
        == 1;
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every Java platform has SHA-256", absent);
    }
  }
}
