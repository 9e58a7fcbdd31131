package org.libpass.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys that the installation makes for itself and keeps in its database. */
@LibpassTest
abstract class StoredSealKeysPaths {

  private static final byte[] MESSAGE = {1, 2, 3};

  @Autowired JdbcClient jdbc;
  @Autowired TaipeiClock clock;
  @Autowired TestTime time;

  @AfterEach
  void backToToday() {
    time.set(TestTime.START);
  }

  @Test
  void twoNodesSealWithTheSameKey() {
    SealKey one = node().sealing();
    SealKey other = node().sealing();
    assertThat(other.id()).isEqualTo(one.id());
    assertThat(other.verifies(MESSAGE, one.sign(MESSAGE))).isTrue();
  }

  @Test
  void afterHalfAYearANewKeySealsAndTheOldOneIsStillRecognised() {
    StoredSealKeys keys = node();
    SealKey old = keys.sealing();
    time.set(TestTime.START.plus(StoredSealKeys.SEALS_FOR).plus(Duration.ofDays(1)));

    SealKey next = keys.sealing();
    assertThat(next.id()).isEqualTo(old.id() + 1);
    assertThat(keys.find(old.id()).orElseThrow().verifies(MESSAGE, old.sign(MESSAGE))).isTrue();
    assertThat(node().find(next.id()).orElseThrow().seals()).as("known, not handed out").isFalse();
    assertThat(keys.find(next.id() + 1)).isEmpty();
    jdbc.sql("delete from seal_key where id = :id").param("id", next.id()).update();
  }

  private StoredSealKeys node() {
    return new StoredSealKeys(jdbc, clock);
  }
}
