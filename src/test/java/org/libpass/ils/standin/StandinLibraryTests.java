package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.ils.Standin.Outcome;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Status;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;

/** The rules of a library's own, as its clerks meet them at the demo's console. */
class StandinLibraryTests {

  static final String ITEM = "NTUT00010";
  static final String SLOT = "CUTE-1";

  final TaipeiClock clock = new TestTime().clock();
  final StandinLibrary library =
      new StandinLibrary(
          new SchoolCode("NTUT"), Dialects.PLAIN, clock, new ForgetfulLedger(clock.today()));

  @Test
  void chargesAndDischarges() {
    assertThat(done(charge(SLOT, ITEM)).due()).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(account(SLOT).charged()).extracting(StandinItem::barcode).containsExactly(ITEM);
    assertThat(done(library.checkIn(ITEM)).status()).isEqualTo(Status.AVAILABLE);
    assertThat(account(SLOT).charged()).isEmpty();
  }

  @Test
  void chargesUntilTheDayThatTheClerkSays() {
    LocalDate due = clock.today().plusDays(1);
    library.checkOut(SLOT, ITEM, false, due);
    clock.advance(Duration.ofDays(1));
    assertThat(account(SLOT).overdue()).isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(account(SLOT).overdue()).hasSize(1);
  }

  @Test
  void refuses() {
    assertRefused(charge("CUTE-61", ITEM), Screen.UNKNOWN_PATRON);
    assertRefused(charge("NTUT-1", ITEM), Screen.UNKNOWN_PATRON);
    assertRefused(charge(SLOT, "CUTE00010"), Screen.UNKNOWN_ITEM);
    assertRefused(charge("ntut012", ITEM), Screen.BLOCKED);
    assertRefused(charge("ntut004", ITEM), Screen.EXPIRED);
    assertRefused(library.checkIn("CUTE00010"), Screen.UNKNOWN_ITEM);
    assertRefused(library.checkIn(ITEM), Screen.NOT_CHARGED);
    assertRefused(library.mark("CUTE00010", Status.LOST), Screen.UNKNOWN_ITEM);
    charge(SLOT, ITEM);
    assertRefused(charge(SLOT, ITEM), Screen.CHARGED_ALREADY);
    assertRefused(charge("CUTE-2", ITEM), Screen.CHARGED_TO_ANOTHER);
    assertRefused(charge("CUTE-2", "NTUT00003"), Screen.HELD);
    assertThat(done(charge("ntut005", "NTUT00003")).heldFor()).isNull();
  }

  @Test
  void lendsTenItemsAtMost() {
    for (int n = 10; n < 20; n++) {
      done(charge(SLOT, "NTUT000" + n));
    }
    assertRefused(charge(SLOT, "NTUT00020"), Screen.TOO_MANY);
  }

  @Test
  void keepsForTheNextReaderWhatComesBackOnHold() {
    StandinItem back = done(library.checkIn("NTUT00001"));
    assertThat(back.status()).isEqualTo(Status.ON_HOLD_SHELF);
    assertThat(account("ntut005").waiting()).hasSize(2);
    assertThat(account("ntut002").overdue()).hasSize(1);
  }

  @Test
  void lendsNothingThatIsMissingUntilItTurnsUp() {
    for (Status status : List.of(Status.CLAIMED_RETURNED, Status.LOST, Status.MISSING)) {
      charge(SLOT, ITEM);
      done(library.mark(ITEM, status));
      assertThat(account(SLOT).charged()).isEmpty();
      assertRefused(charge(SLOT, ITEM), Screen.NOT_FOR_LOAN);
      assertThat(done(library.checkIn(ITEM)).status()).isEqualTo(Status.AVAILABLE);
    }
    assertThatThrownBy(() -> library.mark(ITEM, Status.CHARGED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Outcome charge(String patron, String barcode) {
    return library.checkOut(patron, barcode, false, null);
  }

  private Account account(String patron) {
    return library.account(patron).orElseThrow();
  }

  private static StandinItem done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) outcome).item();
  }

  private void assertRefused(Outcome outcome, Screen why) {
    assertThat(outcome).isEqualTo(library.refused(why));
  }
}
