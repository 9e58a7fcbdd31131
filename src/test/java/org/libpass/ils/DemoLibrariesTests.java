package org.libpass.ils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.Ils.SignIn;
import org.libpass.ils.Standin.DemoAccount;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;

/** The ports as the demo has them: over the wire, in 37 dialects. */
@LibpassTest
@OnH2
class DemoLibrariesTests {

  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final SchoolCode SCHOOL = new SchoolCode("LIT");
  static final SchoolCode CUTE = new SchoolCode("CUTE");

  @Autowired Ils ils;
  @Autowired SlotAccounts slots;
  @Autowired Connections connections;
  @Autowired Standin standins;
  @Autowired Schools schools;
  @Autowired TaipeiClock clock;

  @Test
  void everySchoolSignsItsReadersInButTwoThatHaveNoConnection() throws IlsUnavailable {
    int connected = 0;
    for (School school : schools.all()) {
      SchoolCode code = school.code();
      boolean has = connections.has(code);
      assertThat(connections.width(code)).isEqualTo(has ? 2 : 0);
      if (!has) {
        assertThat(code.value()).isIn("MKC", "LANYANG");
        assertThatThrownBy(() -> ils.signIn(code, "x", "demo"))
            .isInstanceOf(IlsUnavailable.class)
            .hasMessageContaining("no connection");
        continue;
      }
      connected++;
      DemoAccount account = standins.accounts(code).get(0);
      PatronRecord reader = signIn(code, account.account());
      assertThat(reader.name()).as(code.value()).isEqualTo(account.name());
      assertThat(reader.identity()).as(code.value()).isEqualTo(account.identity());
      assertThat(reader.unit()).as(code.value()).isNotBlank();
      assertThat(reader.overdueItems()).isEqualTo(code.value().equals("VNU") ? null : 0);
      if (code.value().equals("UCH")) {
        assertThat(reader.expiry()).isNull();
      } else {
        assertThat(reader.expiry()).as(code.value()).isEqualTo(LocalDate.of(2027, 7, 31));
      }
      assertThat(ils.patron(code, reader.readerNumber())).isEqualTo(reader);
    }
    assertThat(connected).isEqualTo(37);
  }

  @Test
  void takesAnAccountInAnyCaseAndAnswersWithTheSystemsOwnNumber() throws IlsUnavailable {
    PatronRecord reader = signIn(NTUT, "NtUt001");
    assertThat(reader.readerNumber()).isEqualTo("ntut001");
    assertThat(reader.email()).isEqualTo("ntut001@mail.ntut.example.org");
    assertThat(reader.overdueItems()).isZero();
    assertThat(reader.finesOwed()).isZero();
    assertThat(reader.askedAt()).isEqualTo(clock.instant());
    assertThat(signIn(new SchoolCode("MCUT"), "mcut001").readerNumber()).isEqualTo("R0000001");
  }

  @Test
  void tellsTheThreeBadAnswersApart() throws IlsUnavailable {
    assertThat(ils.signIn(SCHOOL, "lit001", "wrong")).isEqualTo(new SignIn.WrongPassword());
    assertThat(ils.signIn(SCHOOL, "lit012", "demo")).isEqualTo(new SignIn.Blocked());
    standins.setUnavailable(SCHOOL, true);
    try {
      assertThatThrownBy(() -> ils.signIn(SCHOOL, "lit001", "demo"))
          .isInstanceOf(IlsUnavailable.class);
      assertThatThrownBy(() -> ils.patron(SCHOOL, "lit001")).isInstanceOf(IlsUnavailable.class);
      assertThat(ils.signIn(CUTE, "cute001", "demo")).isInstanceOf(SignIn.Accepted.class);
    } finally {
      standins.setUnavailable(SCHOOL, false);
    }
    assertThat(signIn(SCHOOL, "lit001").readerNumber()).isEqualTo("lit001");
  }

  @Test
  void doesNotTellThatAnAccountIsBlockedWithoutItsPassword() throws IlsUnavailable {
    assertThat(ils.signIn(NTUT, "ntut012", "wrong")).isEqualTo(new SignIn.WrongPassword());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ntut000",
        "ntut013",
        "ntut100",
        "ntut999",
        "ntut2000",
        "ntut01",
        "ntut0001",
        "ntut",
        "cute001",
        "001",
        "ntut１００１",
        "ntut001\r",
        "ntut|001",
        "CUTE-1",
        "",
        " "
      })
  void knowsNoOtherAccount(String account) throws IlsUnavailable {
    assertThat(ils.signIn(NTUT, account, "demo")).isEqualTo(new SignIn.WrongPassword());
  }

  @Test
  void hasTheDemosReaders() throws IlsUnavailable {
    PatronRecord overdue = signIn(NTUT, "ntut002");
    assertThat(overdue.overdueItems()).isEqualTo(2);
    assertThat(overdue.overdue())
        .hasSize(2)
        .allMatch(
            item ->
                item.title() != null
                    && Objects.requireNonNull(item.dueDate()).isBefore(clock.today()))
        .extracting(ChargedItem::barcode)
        .doesNotHaveDuplicates();
    assertThat(signIn(NTUT, "ntut003").finesOwed()).isEqualByComparingTo(new BigDecimal(120));
    assertThat(signIn(NTUT, "ntut004").expiry()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(signIn(NTUT, "ntut005").holdShelf()).hasSize(1);
    assertThat(signIn(NTUT, "ntut006").identity()).isEqualTo("專任教師");
    assertThat(signIn(NTUT, "ntut009").email()).isNull();
    assertThat(signIn(NTUT, "ntut010").name()).contains("𠮷");
    PatronRecord unknown = signIn(NTUT, "ntut011");
    assertThat(unknown.expiry()).isNull();
    assertThat(unknown.finesOwed()).isNull();
    assertThat(unknown.overdueItems()).isZero();
  }

  @Test
  void oneSchoolTellsWhatCameFromOtherLibraries() throws IlsUnavailable {
    assertThat(signIn(CUTE, "cute005").requests())
        .containsExactly("河港與糖業（影印本）", standins.item(CUTE, "CUTE00006").orElseThrow().title());
    assertThat(signIn(CUTE, "cute001").requests()).isEmpty();
    assertThat(signIn(NTUT, "ntut005").requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIT", "YPU", "TCMT", "SJU", "MUST", "JUST"})
  void lendsToASlotAndTakesBack(String code) throws IlsUnavailable {
    SchoolCode lender = new SchoolCode(code);
    String barcode = code.toUpperCase(Locale.ROOT) + "00031";
    assertThat(slots.checkOut(lender, "CUTE-7", barcode))
        .isInstanceOf(SlotAccounts.Written.Done.class);
    SlotCharges charges = slots.charged(lender, "CUTE-7");
    assertThat(charges.barcodes()).containsExactly(barcode);
    assertThat(charges.whole()).isTrue();
    assertThat(slots.item(lender, barcode).place()).isEqualTo(ItemWhereabouts.Place.CHARGED);
    assertThat(slots.checkOut(lender, "CUTE-8", barcode))
        .isInstanceOf(SlotAccounts.Written.Refused.class);
    assertThat(slots.checkIn(lender, barcode)).isInstanceOf(SlotAccounts.Written.Done.class);
    assertThat(slots.charged(lender, "CUTE-7").barcodes()).isEmpty();
    assertThat(slots.item(lender, barcode).place()).isEqualTo(ItemWhereabouts.Place.IN_THE_LIBRARY);
  }

  private PatronRecord signIn(SchoolCode school, String account) throws IlsUnavailable {
    SignIn answer = ils.signIn(school, account, "demo");
    assertThat(answer).as(account).isInstanceOf(SignIn.Accepted.class);
    return ((SignIn.Accepted) answer).patron();
  }
}
