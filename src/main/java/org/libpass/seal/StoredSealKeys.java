package org.libpass.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that the installation makes for itself and keeps in its database. After half a year a new
 * one takes over; what older ones have sealed is still recognised.
 */
final class StoredSealKeys implements SealKeys {

  static final Duration SEALS_FOR = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final TaipeiClock clock;
  private final Map<Integer, SealKey> known = new ConcurrentHashMap<>();
  private volatile @Nullable Newest newest;

  StoredSealKeys(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Newest(SealKey key, Instant madeAt) {}

  @Override
  public SealKey sealing() {
    Newest last = newest;
    if (last == null || isOld(last)) {
      last = readNewest().filter(kept -> !isOld(kept)).orElseGet(this::makeNext);
      newest = last;
    }
    return last.key();
  }

  private boolean isOld(Newest last) {
    return last.madeAt().plus(SEALS_FOR).isBefore(clock.instant());
  }

  private Newest makeNext() {
    SealKey key = SealKey.make(readNewest().map(last -> last.key().id() + 1).orElse(1));
    try {
      jdbc.sql(
              "insert into seal_key (id, public_key, private_key, made_at)"
                  + " values (:id, :public, :private, :now)")
          .param("id", key.id())
          .param("public", key.publicKey())
          .param("private", key.privateKey())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException anotherNodeWasFaster) {
      // Its key is as good.
    }
    return readNewest().orElseThrow();
  }

  private Optional<Newest> readNewest() {
    return jdbc.sql(
            "select id, public_key, private_key, made_at from seal_key order by id desc limit 1")
        .query(
            (row, index) ->
                new Newest(
                    SealKey.of(
                        row.getInt("id"), row.getBytes("public_key"), row.getBytes("private_key")),
                    row.getObject("made_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  @Override
  public Optional<SealKey> find(int id) {
    SealKey key = known.get(id);
    if (key == null) {
      key = read(id);
      if (key != null) {
        known.put(id, key);
      }
    }
    return Optional.ofNullable(key);
  }

  private @Nullable SealKey read(int id) {
    return jdbc.sql("select id, public_key from seal_key where id = :id")
        .param("id", id)
        .query((row, index) -> SealKey.of(row.getInt("id"), row.getBytes("public_key"), null))
        .optional()
        .orElse(null);
  }
}
