package org.libpass.ils.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.ils.Standin.DemoAccount;
import org.libpass.ils.StandinItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.springframework.core.io.ClassPathResource;

/** What is peculiar at some schools. */
class StandinDialectsTests extends RunningServers {

  static final String DEMO = "ADdemo|";

  /** The codes of the demo's schools that have a stand-in. */
  static List<SchoolCode> schools() throws IOException {
    TaipeiClock clock = new TestTime().clock();
    StandinServers standins = new StandinServers(clock, new ForgetfulLedger(clock.today()));
    String yaml =
        new ClassPathResource("demo/schools.yaml").getContentAsString(StandardCharsets.UTF_8);
    return Pattern.compile("code: ([A-Z]+)")
        .matcher(yaml)
        .results()
        .map(match -> new SchoolCode(match.group(1)))
        .filter(standins::has)
        .toList();
  }

  @Test
  void everyHabitAndCharsetIsMetAmongThem() throws IOException {
    Set<Habit> habits = EnumSet.noneOf(Habit.class);
    Set<Charset> charsets = new HashSet<>();
    for (SchoolCode school : schools()) {
      habits.addAll(Dialects.of(school).habits());
      charsets.add(Dialects.of(school).charset());
    }
    assertThat(schools()).hasSize(37);
    assertThat(habits).containsExactlyInAnyOrder(Habit.values());
    assertThat(charsets).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("schools")
  void namesAndTitlesCanBeWritten(SchoolCode school) {
    Charset charset = Dialects.of(school).charset();
    assertThat(servers.accounts(school))
        .extracting(DemoAccount::name)
        .allMatch(name -> charset.newEncoder().canEncode(name) && !name.contains("?"));
    assertThat(servers.items(school))
        .hasSize(60)
        .allMatch(item -> item.barcode().startsWith(school.value()))
        .extracting(StandinItem::title)
        .allMatch(charset.newEncoder()::canEncode);
  }

  @ParameterizedTest
  @MethodSource("schools")
  void aReaderCanSignInAtEverySchool(SchoolCode school) throws IOException {
    try (RawClient client = logIn(school)) {
      String account = servers.accounts(school).get(0).account();
      assertThat(client.ask(information(account) + DEMO)).contains("BLY|", "CQY|");
    }
  }

  @Test
  void asksForTheLoginAsATerminalDoesThreeTimes() throws IOException {
    try (RawClient client = connect(new SchoolCode("THTU"))) {
      for (int strike = 0; strike < 3; strike++) {
        client.prompt("login: ");
        client.send("libpass\r");
        client.prompt("password: ");
        client.send("wrong\r");
        client.prompt("Invalid login\r\n");
      }
      assertThat(client.read()).isNegative();
    }
  }

  @Test
  void withoutTrailer() throws IOException {
    try (RawClient client = logIn("TUST")) {
      assertThat(client.ask("35" + NOW + "AO|AANTUT-1|"))
          .isEqualTo("36Y" + NOW + "AOTUST|AANTUT-1|");
    }
  }

  @Test
  void withoutDelimiterBeforeTheTrailerAndWithLineFeed() throws IOException {
    try (RawClient client = logIn("NTCB")) {
      client.send("35" + NOW + "AONTCB|AANTUT-1|AY7AZF618\r");
      // The first byte is left from the login.
      assertThat(RawClient.latin(client.bytes()))
          .isEqualTo("\n36Y" + NOW + "AONTCB|AANTUT-1AY7AZF63A");
      assertThat(client.read()).isEqualTo('\n');
      assertThat(client.ask(information("ntcb001"))).contains("|PA2027-07-31|");
    }
  }

  @Test
  void inTheOppositeOrderWithOtherFieldsAndFewerCounts() throws IOException {
    try (RawClient client = logIn(CUTE)) {
      assertThat(client.ask(information("NTUT-1", "  Y       ")))
          .isEqualTo(
              "64              001"
                  + NOW
                  + "    000000000000        FVNTUT|FU館際通|PX20311231    235900|BLY|AE館際通"
                  + " NTUT-1|AANTUT-1|AOCUTE|AY1AZD749");
      assertThat(client.ask(information("cute003"))).contains("BV120.00|BHTWD|");
    }
  }

  @Test
  void withWhatCameFromOtherLibraries() throws IOException {
    try (RawClient client = logIn(CUTE)) {
      assertThat(client.ask(information("cute005"))).contains("|ZR河港與糖業（影印本）|ZRCUTE00006|");
      assertThat(client.ask(information("cute001"))).doesNotContain("|ZR");
    }
    try (RawClient client = logIn(NTUT)) {
      assertThat(client.ask(information("ntut005"))).doesNotContain("|ZR");
    }
  }

  @Test
  void inBig5() throws IOException {
    try (RawClient client = logIn("CUST")) {
      client.send("63000" + NOW + " ".repeat(10) + "AO|AANTUT-1|AY1AZF574\r");
      byte[] reply = client.bytes();
      assertThat(RawClient.latin(reply))
          .contains("AE\u00c0\u005d\u00bb\u00da\u00b3\u0071 NTUT-1|")
          .endsWith("|AY1AZD991");
      client.send("17" + NOW + "AO|ABCUST00006|\r");
      assertThat(RawClient.latin(client.bytes()))
          .as("a character that ends in the byte of the delimiter")
          .contains("AJ\u00b1\u00d0\u00a8\u007c\u00a4\u00df\u00b2\u007a\u00be\u00c7|");
    }
  }

  @Test
  void inCodePage850AndAscii() throws IOException {
    StandinItem french =
        servers.items(new SchoolCode("SJU")).stream()
            .filter(item -> item.title().startsWith("Les Mis"))
            .findFirst()
            .orElseThrow();
    try (RawClient client = logIn("SJU")) {
      client.send("17" + NOW + "AO|AB" + french.barcode() + "|\r");
      assertThat(RawClient.latin(client.bytes())).contains("AJLes Mis\u0082rables|");
    }
    try (RawClient client = logIn("LHU")) {
      assertThat(client.ask(information("lhu001")))
          .containsPattern("AE[A-Z][a-z]+ [A-Z][A-Za-z-]+\\|");
    }
  }

  @Test
  void withTheUnitInASecondAfAndEmptyFields() throws IOException {
    try (RawClient client = logIn("DAHAN")) {
      assertThat(client.ask(information("NTUT-1", "  Y       ")))
          .contains("|AU|BE|PE2031-12-31|PC館際通|AF歡迎使用圖書館|AFNTUT|AF|AG|");
    }
  }

  @Test
  void withAPasswordForSlotAccounts() throws IOException {
    SchoolCode ypu = new SchoolCode("YPU");
    servers.charge(ypu, "YPU00010", "NTUT-1", null);
    String asked = information("NTUT-1", "  Y       ");
    String checkOut = "11NN" + NOW + NOW + "AO|AANTUT-1|ABYPU00011|AC|";
    String password = "AD" + servers.connection(ypu).slotPassword() + "|";
    try (RawClient client = logIn(ypu)) {
      assertThat(client.ask(asked))
          .contains(NOW + " ".repeat(24) + "AO")
          .doesNotContain("YPU00010");
      assertThat(client.ask(asked + "ADnope|")).contains("|CQN|").doesNotContain("YPU00010");
      assertThat(client.ask(asked + password)).contains("|CQY|", "|AUYPU00010|");
      assertThat(client.ask(checkOut)).startsWith("120").contains("|AF密碼錯誤|");
      assertThat(client.ask(checkOut + password)).startsWith("121");
      assertThat(client.ask(information("ypu005", "Y         ")))
          .contains("|ASYPU00003|ASYPU00001|");
    }
  }

  @Test
  void closingWhenStatusIsAskedTooEarlyOrAtAll() throws IOException {
    try (RawClient early = connect(CUTE)) {
      assertThat(early.ask("9900802.00")).isEmpty();
    }
    try (RawClient late = logIn(CUTE)) {
      assertThat(late.ask("9900802.00")).startsWith("98");
    }
    try (RawClient never = logIn("NANYA")) {
      assertThat(never.ask("9900802.00")).isEmpty();
    }
  }

  @Test
  void withoutLogin() throws IOException {
    assertThat(servers.connection(new SchoolCode("MUST")).user()).isNull();
    try (RawClient client = connect(new SchoolCode("MUST"))) {
      assertThat(client.ask(information("must001"))).contains("|AAmust001|");
    }
  }

  @Test
  void withANumberOfItsOwn() throws IOException {
    try (RawClient client = logIn("MCUT")) {
      assertThat(client.ask(information("mcut001") + DEMO)).contains("|AAR0000001|", "|CQY|");
      assertThat(client.ask(information("R0000001"))).contains("|AAR0000001|", "|BLY|");
      assertThat(client.ask(information("mcut1999"))).contains("|AAR0001999|");
      assertThat(client.ask(information("R0001999"))).contains("|AAR0001999|", "|BLY|");
      assertThat(client.ask(information("R0000013"))).contains("|BLN|");
    }
  }

  @Test
  void inItsOwnWayOfKnowingPatrons() throws IOException {
    try (RawClient client = logIn("NTUNHS")) {
      assertThat(client.ask(information("Ntunhs001"))).contains("|BLN|");
    }
    try (RawClient client = logIn("CHIHLEE")) {
      assertThat(client.ask(information("chihlee004") + DEMO)).contains("|BLN|CQY|");
    }
    try (RawClient client = logIn("TAKMING")) {
      assertThat(client.ask(information("takming012"))).startsWith("64YYYY   ").contains("|BLY|");
    }
    try (RawClient client = logIn("UCH")) {
      assertThat(client.ask(information("uch001"))).doesNotContain("|PA");
    }
  }

  @Test
  void withFewerFacts() throws IOException {
    try (RawClient client = logIn("VNU")) {
      assertThat(client.ask(information("vnu002", " Y        ")))
          .contains(NOW + " ".repeat(24) + "AO", "|ATVNU00001|");
    }
    try (RawClient client = logIn("HWU")) {
      assertThat(client.ask(information("hwu003"))).contains("0001        ").doesNotContain("BV");
    }
    try (RawClient client = logIn("CGUST")) {
      assertThat(client.ask(information("cgust005", "Y         "))).contains("AS人工智慧導論|");
    }
    try (RawClient client = logIn("JUST")) {
      assertThat(client.ask("17" + NOW + "AO|ABJUST00001|"))
          .startsWith("1804")
          .doesNotContain("AH");
      assertThat(client.ask("09N" + NOW + NOW + "AP|AO|ABJUST00002|AC|")).startsWith("101YUN");
      assertThat(client.ask("17" + NOW + "AO|ABJUST00002|")).startsWith("1809");
    }
  }
}
