package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.StorageTest;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Status;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.OnH2;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo is stopped and started again: the libraries know what they lent. */
@StorageTest
@OnH2
class StoredLedgerTests {

  private static final SchoolCode NTUT = new SchoolCode("NTUT");
  private static final SchoolCode CUTE = new SchoolCode("CUTE");

  @Autowired JdbcClient jdbc;
  private final TaipeiClock clock = new TestTime().clock();

  @BeforeEach
  void aNewDemo() {
    jdbc.sql("delete from standin_item").update();
    jdbc.sql("delete from standin_start").update();
  }

  @Test
  void whatIsChargedStaysChargedUntilTheSameDay() {
    LocalDate due = clock.today().plusDays(5);
    StandinServers before = started();
    before.charge(NTUT, "NTUT00010", "CUTE-1", due);
    before.charge(NTUT, "NTUT00011", "CUTE-1", null);
    before.charge(CUTE, "CUTE00010", "NTUT-1", null);
    before.discharge(NTUT, "NTUT00011");

    clock.advance(Duration.ofDays(30));
    StandinServers after = started();

    assertThat(after.charged(NTUT, "CUTE-1"))
        .containsExactly(before.item(NTUT, "NTUT00010").orElseThrow())
        .extracting(StandinItem::due)
        .containsExactly(due);
    assertThat(after.charged(CUTE, "NTUT-1")).isEqualTo(before.charged(CUTE, "NTUT-1"));
    assertThat(after.items(NTUT)).isEqualTo(before.items(NTUT));
  }

  @Test
  void whatIsLostWaitsOrCameBackStaysSo() {
    StandinServers before = started();
    before.mark(NTUT, "NTUT00010", Status.CLAIMED_RETURNED);
    before.discharge(NTUT, "NTUT00001");
    before.charge(NTUT, "NTUT00003", "ntut005", null);

    StandinServers after = started();

    assertThat(after.items(NTUT)).isEqualTo(before.items(NTUT));
    assertThat(status(after, "NTUT00010")).isEqualTo(Status.CLAIMED_RETURNED);
    assertThat(after.item(NTUT, "NTUT00001").orElseThrow())
        .isEqualTo(after.item(NTUT, "NTUT00001").orElseThrow().heldFor("ntut005"))
        .extracting(StandinItem::status, StandinItem::holder)
        .containsExactly(Status.ON_HOLD_SHELF, null);
    assertThat(status(after, "NTUT00003")).isEqualTo(Status.CHARGED);
  }

  @Test
  void whatWasLateAtTheFirstStartGrowsOlder() {
    LocalDate due = started().charged(NTUT, "ntut002").get(0).due();
    assertThat(due).isEqualTo(clock.today().minusDays(9));
    clock.advance(Duration.ofDays(30));
    assertThat(started().charged(NTUT, "ntut002").get(0).due()).isEqualTo(due);
  }

  @Test
  void aRefusalIsNotKept() {
    started().charge(NTUT, "NTUT00010", "nobody", null);
    assertThat(jdbc.sql("select count(*) from standin_item").query(Long.class).single()).isZero();
  }

  @Test
  void whoeverAsksIsAnsweredWithoutTheDatabase() {
    StandinServers servers = started();
    servers.charge(NTUT, "NTUT00010", "CUTE-1", null);
    jdbc.sql("delete from standin_item").update();
    assertThat(servers.charged(NTUT, "CUTE-1")).hasSize(1);
  }

  private StandinServers started() {
    return new StandinServers(clock, new StoredLedger(jdbc, clock));
  }

  private static Status status(StandinServers servers, String barcode) {
    return servers.item(NTUT, barcode).orElseThrow().status();
  }
}
