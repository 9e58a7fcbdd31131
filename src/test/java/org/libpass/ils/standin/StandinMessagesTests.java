package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.StandinItem;

/**
 * Each message byte for byte at a school that speaks plainly. Texts and checksums were worked out
 * by hand from the standard, not taken from what the server said.
 */
class StandinMessagesTests extends RunningServers {

  static final String FLAGS = "              ";

  @Test
  void aWholeVisit() throws IOException {
    try (RawClient client = connect(NTUT)) {
      assertAnswer(client, "9300CNlibpass|COsip-ntut|AY0AZF582", "941AY0AZFDFD");
      assertAnswer(
          client,
          "9900802.00AY1AZFCA0",
          "98YYYNNN050003" + NOW + "2.00AONTUT|AM圖書館|BXYYYNYYYYYNYNNNNN|AF歡迎使用圖書館|AY1AZD65F");
      servers.charge(NTUT, "NTUT00010", "CUTE-1", null);
      assertAnswer(
          client,
          "63001" + NOW + "  Y       AONTUT|AACUTE-1|AC|AY2AZF308",
          "64"
              + FLAGS
              + "001"
              + NOW
              + "000000000001000000000000"
              + "AONTUT|AACUTE-1|AE館際通 CUTE-1|BLY|BHTWD|BV0.00|AUNTUT00010"
              + "|PA20311231|PC館際通|AQCUTE|AY2AZD182");
      assertAnswer(
          client,
          "23000" + NOW + "AONTUT|AACUTE-1|AC|AY3AZF485",
          "24" + FLAGS + "000" + NOW + "AONTUT|AACUTE-1|AE館際通 CUTE-1|BLY|BHTWD|BV0.00|AY3AZE593");
      servers.discharge(NTUT, "NTUT00010");
      assertAnswer(
          client,
          "11NN" + NOW + " ".repeat(18) + "AONTUT|AACUTE-1|ABNTUT00010|AC|AY4AZEF00",
          "121NUY" + NOW + "AONTUT|AACUTE-1|ABNTUT00010|AJ護理倫理與法律|AH20261214|AF借閱成功|AY4AZD624");
      assertThat(servers.charged(NTUT, "CUTE-1")).hasSize(1);
      assertAnswer(
          client,
          "17" + NOW + "AONTUT|ABNTUT00010|AY6AZF561",
          "18040201" + NOW + "AH20261214|ABNTUT00010|AJ護理倫理與法律|CK001|AQ總館|AY6AZDD0F");
      assertAnswer(
          client,
          "09N" + NOW + NOW + "APdesk|AONTUT|ABNTUT00010|AC|AY5AZEE25",
          "101YUN" + NOW + "AONTUT|ABNTUT00010|AQ總館|AJ護理倫理與法律|AACUTE-1|CK001|AF歸還成功|AY5AZD17C");
      assertThat(servers.charged(NTUT, "CUTE-1")).isEmpty();
      assertAnswer(
          client,
          "35" + NOW + "AONTUT|AACUTE-1|AY7AZF60E",
          "36Y" + NOW + "AONTUT|AACUTE-1|AY7AZF5B4");
    }
  }

  /** The example of the standard's authors, once with the right and once with a wrong checksum. */
  @Test
  void asksAgainForWhatArrivedDamaged() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      client.send("9900302.00AY1AZFCA5\r");
      assertThat(client.line()).startsWith("98");
      for (String damaged :
          List.of("9900302.00AY1AZFCA6", "9900302.00AY2AZFCA5", "99003", "", "42", "6300", "ZZ")) {
        client.send(damaged + "\r");
        assertThat(client.line()).as(damaged).isEqualTo("96AZFEF6");
      }
    }
  }

  @Test
  void answersWithoutTrailerWhereNoneWasSent() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      client.send("\n35" + NOW + "AONTUT|AANTUT-1|\r");
      assertThat(client.line()).isEqualTo("36Y" + NOW + "AONTUT|AANTUT-1|");
    }
  }

  @Test
  void answersTheFirstSummaryOnly() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut002", " Y        ")))
          .startsWith("64      Y       001" + NOW + "000000020002000000000000")
          .contains("|ATNTUT00001|ATNTUT00002|")
          .doesNotContain("|AU");
      assertThat(client.ask(information("ntut002", " YYY      "))).doesNotContain("|AU");
      assertThat(client.ask(information("ntut005", "Y         ")))
          .startsWith("64" + FLAGS + "001" + NOW + "000100000000000000000001")
          .contains("|ASNTUT00003|");
      assertThat(client.ask(information("ntut005", "     Y    "))).contains("|CDNTUT00001|");
      assertThat(client.ask(information("ntut003", "   Y      ")))
          .startsWith("64" + FLAGS + "001" + NOW + "000000000000000100000000")
          .contains("|BHTWD|BV120.00|AV逾期罰款|");
      assertThat(client.ask(information("ntut001"))).doesNotContain("|AS", "|AT", "|AU", "|AV");
    }
  }

  @Test
  void turnsPagesAndSaysBeyondTheEndThatThereIsNothing() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      String overdue = information("ntut002", " Y        ");
      assertThat(client.ask(overdue + "BP2|BQ5|"))
          .contains("|ATNTUT00002|")
          .doesNotContain("00001");
      assertThat(client.ask(overdue + "BP3|BQ5|")).contains("|AT|").doesNotContain("ATNTUT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ntut001, demo, Y, Y",
    "ntut001, nope, Y, N",
    "ntut001, '', Y, N",
    "ntut012, demo, N, Y",
    "ntut004, demo, Y, Y",
    "ntut099, demo, N, N",
    "NTUT-1, demo, N, N",
    "CUTE-60, demo, Y, N",
    "CUTE-61, demo, N, N",
    "CUTE-0, demo, N, N"
  })
  void tellsPatronAndPasswordApart(String account, String password, String valid, String right)
      throws IOException {
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information(account) + "AD" + password + "|"))
          .contains("|BL" + valid + "|CQ" + right + "|", "|AA" + account + "|");
      assertThat(client.ask(information(account)))
          .contains("|BL" + valid + "|")
          .doesNotContain("CQ");
    }
  }

  @Test
  void answersWithTheAccountAsTheLibraryWritesIt() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("NtUt001"))).contains("|AAntut001|");
    }
  }

  @Test
  void leavesOutWhatItDoesNotKnow() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut011")))
          .startsWith("64" + FLAGS + "001" + NOW + "000000000000    00000000AO")
          .doesNotContain("|PA", "|BV");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"63001", "11NN", "09N", "17"})
  void closesWhenSomebodyAsksBeforeTheLogin(String start) throws IOException {
    try (RawClient client = connect(NTUT)) {
      assertThat(client.ask(start + NOW + NOW + "AO|AAntut001|ABNTUT00001|")).isEmpty();
      assertThat(client.read()).isEqualTo(-1);
    }
  }

  @Test
  void staysClosedAfterAWrongLogin() throws IOException {
    try (RawClient client = connect(NTUT)) {
      assertThat(client.ask("9300CNlibpass|COnope|")).startsWith("940AY0AZ");
      assertThat(client.ask(information("ntut001"))).isEmpty();
    }
  }

  @Test
  void refusesWithWordsOnTheScreen() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(checkOut("CUTE-1", "NTUT99999")))
          .startsWith("120NUN" + NOW)
          .contains("|AJ|AH|AF查無此館藏|");
      assertThat(client.ask(checkOut("CUTE-61", "NTUT00010"))).contains("|AF查無此讀者|");
      assertThat(client.ask(checkOut("CUTE-1", "NTUT00001"))).contains("|AF此館藏已由其他讀者借出|");
      assertThat(client.ask("09N" + NOW + NOW + "AP|AO|ABNTUT00010|AC|"))
          .startsWith("100NUN" + NOW)
          .contains("|AF此館藏並未借出|");
      assertThat(client.ask("17" + NOW + "AO|ABNTUT99999|")).startsWith("18010001" + NOW + "AB");
      assertThat(servers.charged(NTUT, "CUTE-1")).isEmpty();
    }
  }

  @Test
  void renewsWhereThatIsAllowed() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(checkOut("CUTE-1", "NTUT00010"))).startsWith("121NUY");
      clock.advance(Duration.ofDays(1));
      assertThat(client.ask(checkOut("CUTE-1", "NTUT00010"))).startsWith("120NUN");
      assertThat(client.ask(checkOut("CUTE-1", "NTUT00010").replaceFirst("11N", "11Y")))
          .startsWith("121YUN")
          .contains("|AH20261215|");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE, 03",
    "IN_PROCESS, 06",
    "RECALLED, 07",
    "ON_HOLD_SHELF, 08",
    "TO_BE_SHELVED, 09",
    "IN_TRANSIT, 10",
    "CLAIMED_RETURNED, 11",
    "LOST, 12",
    "MISSING, 13"
  })
  void takesWhatIsMarkedOffThePatronsRecord(StandinItem.Status status, String code)
      throws IOException {
    servers.charge(NTUT, "NTUT00010", "CUTE-1", null);
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("CUTE-1", "  Y       "))).contains("|AUNTUT00010|");
      servers.mark(NTUT, "NTUT00010", status);
      assertThat(client.ask(information("CUTE-1", "  Y       "))).doesNotContain("|AU");
      assertThat(client.ask("17" + NOW + "AO|ABNTUT00010|")).startsWith("18" + code);
    }
  }

  /** What a client that doesn't refuse a CR in a password does to itself. */
  @Test
  void takesASmuggledMessageForAMessage() throws IOException {
    try (RawClient client = logIn(NTUT)) {
      client.send(information("ntut001") + "ADx\r" + information("ntut002") + "\r");
      assertThat(client.line()).contains("|AAntut001|");
      assertThat(client.line()).contains("|AAntut002|");
    }
  }

  private static String checkOut(String patron, String barcode) {
    return "11NN" + NOW + NOW + "AONTUT|AA" + patron + "|AB" + barcode + "|AC|";
  }

  private static void assertAnswer(RawClient client, String request, String answer)
      throws IOException {
    client.send(request + "\r");
    assertThat(client.line()).isEqualTo(answer);
  }
}
