package org.libpass.reader;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.libpass.platform.TaipeiClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that readers agreed to, for as long as they are known. */
@Service
public class Consents {

  private final JdbcClient jdbc;
  private final ReaderRepository readers;
  private final TaipeiClock clock;

  Consents(JdbcClient jdbc, ReaderRepository readers, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.readers = readers;
    this.clock = clock;
  }

  /** What a reader agreed to, the last first. */
  public List<Consent> of(UUID reader) {
    return jdbc.sql(
            "select privacy_version, rules_version, given_at from consent where reader = :reader"
                + " order by number desc")
        .param("reader", reader)
        .query(
            (row, index) ->
                new Consent(
                    row.getString("privacy_version"),
                    row.getString("rules_version"),
                    row.getObject("given_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * The reader agrees to a version of the privacy policy; to one that they agreed to last, nothing
   * is added.
   */
  @Transactional
  public void agreeToPrivacy(UUID id, String version) {
    Reader reader = readers.findWithLockById(id).orElseThrow();
    Consent last = reader.consent();
    if (last != null && last.privacyVersion().equals(version)) {
      return;
    }
    Consent consent = new Consent(version, null, clock.instant());
    reader.agree(consent);
    readers.save(reader);
    keep(id, consent);
  }

  /** Adds to what a reader agreed to; the caller holds the lock on the reader. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(UUID reader, Consent consent) {
    jdbc.sql(
            "insert into consent (reader, number, privacy_version, rules_version, given_at)"
                + " select :reader, count(*) + 1, :privacy, cast(:rules as varchar(80)),"
                + " cast(:at as timestamp(6) with time zone) from consent where reader = :reader")
        .param("reader", reader)
        .param("privacy", consent.privacyVersion())
        .param("rules", consent.rulesVersion())
        .param("at", consent.givenAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
