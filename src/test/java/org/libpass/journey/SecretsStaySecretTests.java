package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardNumber;
import org.libpass.circulation.LoanDetection;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.layout.Languages;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No password, PIN or raw line of SIP2 in anything that is logged, answered or kept, whatever the
 * library systems do.
 */
class SecretsStaySecretTests extends Visit {

  private static final SchoolCode HOME = new SchoolCode("NTCB");

  /** Its slot accounts have a password. */
  private static final SchoolCode LENDER = new SchoolCode("YPU");

  /** Each at a school of its own, since one that fails three times is left alone. */
  private static final Map<StandinFault, String> FAULTS =
      Map.of(
          StandinFault.GARBLED, "NTUT",
          StandinFault.CUT, "CUTE",
          StandinFault.WRONG_CHARSET, "YPU",
          StandinFault.REFUSES_LOGIN, "THTU",
          StandinFault.NO_PASSWORD_CHECK, "TCMT",
          StandinFault.OFF_BY_ONE, "SJU",
          StandinFault.HANGS_UP, "LHU",
          StandinFault.KNOWS_NOBODY, "MCUT");

  @Autowired Schools schools;
  @Autowired Standin standins;
  @Autowired LoanDetection detection;
  @Autowired JdbcClient jdbc;

  private final List<String> answered = Collections.synchronizedList(new ArrayList<>());
  private Secrets secrets;
  private WrittenDown written;
  private LogWatch log;

  @BeforeEach
  void listen() {
    secrets = Secrets.of(schools.all().stream().map(School::code).toList(), standins);
    written = new WrittenDown(jdbc);
    log = new LogWatch(secrets);
  }

  @AfterEach
  void leaveNoTrace() {
    log.close();
    FAULTS.values().forEach(school -> setFault(school, StandinFault.NONE));
    standins.items(LENDER).stream()
        .filter(item -> item.holder() != null && item.holder().startsWith(HOME + "-"))
        .forEach(item -> standins.discharge(LENDER, item.barcode()));
    // The attempts with wrong passwords are forgotten at the first one after a quarter of an hour.
    clock.advance(Duration.ofMinutes(16));
    reader("NTUT", 1, Languages.CHINESE);
  }

  @Override
  Visitor visitor(Locale language) {
    return new Visitor(
        site(), words(language), () -> clock.advance(Duration.ofSeconds(1)), this::lookAt);
  }

  private void lookAt(HttpResponse<String> answer) {
    for (HttpResponse<String> one = answer;
        one != null;
        one = one.previousResponse().orElse(null)) {
      String all = one.uri() + " " + one.headers().map() + " " + one.body();
      secrets.in(all).forEach(it -> answered.add(answer.uri() + ": " + it));
    }
  }

  @Test
  void atSignIn() throws Exception {
    signsIn("NTUT", "ntut001", "demo").isAnswered(200);
    signsIn("YPU", "ypu001", "demo").isAnswered(200);
    signsIn("THTU", "thtu001", "demo").isAnswered(200);
    signsIn("NTUT", "ntut001", Secrets.TYPED).isAnswered(401);
    signsIn("TCMT", "tcmt012", Secrets.TYPED + "-2").isAnswered(401);
    signsIn("YPU", "ypu001", Secrets.TYPED + "|CQY").isAnswered(422);
    signsIn("YPU", "ypu001", Secrets.TYPED + "長").isAnswered(401);
    signsIn("YPU", "ypu001", Secrets.TYPED + "long".repeat(100)).isAnswered(422);
    signsIn("YPU", "ypu|001", Secrets.TYPED).isAnswered(422);
    asStaff("librarian.ntut", Secrets.TYPED).isAnswered(401);
    asStaff("nobody.ntut", Secrets.TYPED).isAnswered(401);
    visitor(Languages.ENGLISH)
        .send("/sign-in", Map.of("school", "NTUT", "account", "x", "password", Secrets.TYPED))
        .isAnswered(403);
    sendsBroken("school=NTUT&account=ntut001&password=" + Secrets.TYPED + "%ZZ");
    assertNothingIsFound();
  }

  @Test
  void atSignInWhileSystemsFail() {
    FAULTS.forEach(
        (fault, school) -> {
          String account = school.toLowerCase(Locale.ROOT) + "001";
          setFault(school, fault);
          signsIn(school, account, Secrets.TYPED);
          signsIn(school, account, "demo");
        });
    assertNothingIsFound();
  }

  @Test
  void whenASweepAsksSystemsThatFail() {
    ReaderVisit reader = activated(HOME.value(), Languages.CHINESE);
    String card = reader.getsACard();
    detection.sweep();
    assertThat(standins.charge(LENDER, shelved(), account(card), null))
        .isInstanceOf(Standin.Outcome.Done.class);
    clock.advance(Duration.ofHours(1));
    FAULTS.forEach((fault, school) -> setFault(school, fault));
    detection.sweep();
    reader.at("/me/cards/" + card).press("answers.check").isAnswered(200);
    FAULTS.values().forEach(school -> setFault(school, StandinFault.NONE));
    clock.advance(Duration.ofHours(1));
    detection.sweep();
    assertThat(cards.find(new CardNumber(card)).orElseThrow().loansOut()).hasSize(1);
    assertNothingIsFound();
  }

  @Test
  void atADeskThroughTheConnection() {
    ReaderVisit reader = activated(HOME.value(), Languages.CHINESE);
    String card = reader.getsACard();
    reader.prints(card);
    LibrarianVisit desk = librarian(LENDER.value(), Languages.CHINESE);
    String book = shelved();
    lends(desk, card, book).sees("staff.desk.lend.in-system");
    lends(desk, card, "no-such-book").sees("staff.desk.lend.refused", "no-such-book");
    for (StandinFault fault :
        List.of(StandinFault.NO_RECEIPTS, StandinFault.GARBLED, StandinFault.WRONG_CHARSET)) {
      setFault(LENDER.value(), fault);
      lends(desk, card, shelved()).isAnswered(200);
      takesBack(desk, card, book).isAnswered(200);
      setFault(LENDER.value(), StandinFault.NONE);
      detection.sweep();
    }
    takesBack(desk, card, book).isAnswered(200);
    assertNothingIsFound();
  }

  @Test
  void whenAConnectionIsChecked() {
    Visitor alliance = visitor(Languages.ENGLISH);
    asStaff(alliance, "alliance", "demo").isAnswered(200);
    checks(alliance, "YPU", "demo").sees("admin.check.result");
    checks(alliance, "THTU", Secrets.TYPED).sees("admin.check.result");
    FAULTS.forEach(
        (fault, school) -> {
          setFault(school, fault);
          checks(alliance, school, Secrets.TYPED).isAnswered(200);
        });
    alliance.open("/admin/connections").isAnswered(200);
    assertNothingIsFound();
  }

  @Test
  void whatIsPlantedIsFound() {
    String line = "63001" + "20261123    090000" + "  Y       AONTUT|AAntut001|AD|AY1AZF0E1";
    LoggerFactory.getLogger("org.libpass.planted").trace("typed {}", Secrets.TYPED);
    LoggerFactory.getLogger("elsewhere")
        .debug("broken", new IllegalStateException(new IllegalStateException("COsip-x")));
    assertThat(log.found())
        .hasSizeGreaterThan(2)
        .anyMatch(it -> it.startsWith("TRACE log of org.libpass.planted"))
        .anyMatch(it -> it.startsWith("DEBUG log of elsewhere") && it.contains("Caused by"));
    assertThat(secrets.in(line)).hasSize(3);
    assertThat(secrets.in("slot-ypu")).hasSize(1);
    assertThat(secrets.in("sip-ntut")).hasSize(1);
    jdbc.sql("insert into lease (job, holder, held_until) values ('p', :holder, :until)")
        .param("holder", Secrets.TYPED.substring(0, 22))
        .param("until", OffsetDateTime.now(clock))
        .update();
    try {
      assertThat(written.of(secrets)).isNotEmpty().allMatch(it -> it.startsWith("LEASE.HOLDER"));
    } finally {
      jdbc.sql("delete from lease where job = 'p'").update();
    }
    visitor(Languages.CHINESE).open("/sign-in?back=" + Secrets.TYPED);
    assertThat(answered).isNotEmpty();
  }

  private void assertNothingIsFound() {
    assertThat(answered).as("answers").isEmpty();
    assertThat(log.found()).as("log").isEmpty();
    assertThat(log.heard())
        .as("loggers that were read")
        .anyMatch(name -> name.startsWith("org.springframework.web"))
        .anyMatch(name -> name.startsWith("org.springframework.jdbc"))
        .anyMatch(name -> name.startsWith("org.apache.coyote"));
    assertThat(written.of(secrets)).as("database").isEmpty();
    assertThat(written.tables())
        .as("tables that were read")
        .contains("CARD", "MAIL", "SPRING_SESSION_ATTRIBUTES", "ACT_RU_EXECUTION");
  }

  private Visitor signsIn(String school, String account, String password) {
    return visitor(Languages.CHINESE)
        .open("/")
        .fill("school", school)
        .fill("account", account)
        .fill("password", password)
        .press("sign-in.submit");
  }

  /** What no browser sends. */
  private void sendsBroken(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site().resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    lookAt(answer);
  }

  private Visitor asStaff(String username, String password) {
    return asStaff(visitor(Languages.CHINESE), username, password);
  }

  private static Visitor asStaff(Visitor visitor, String username, String password) {
    return visitor
        .open("/staff/sign-in")
        .fill("username", username)
        .fill("password", password)
        .press("sign-in.submit");
  }

  private static Visitor lends(LibrarianVisit desk, String card, String barcode) {
    return desk.takesInHand(card)
        .press("staff.desk.check.go-on")
        .fill("scan", barcode)
        .press("desk.scan.submit");
  }

  private static Visitor takesBack(LibrarianVisit desk, String card, String barcode) {
    return desk.takesInHand(card).send("/desk/take-back", Map.of("card", card, "barcode", barcode));
  }

  private static Visitor checks(Visitor alliance, String school, String password) {
    return alliance
        .open("/admin/connections/" + school)
        .fill("account", school.toLowerCase(Locale.ROOT) + "001")
        .fill("password", password)
        .press("admin.check.run");
  }

  private String shelved() {
    return standins.items(LENDER).stream()
        .filter(item -> item.status() == StandinItem.Status.AVAILABLE && item.heldFor() == null)
        .filter(item -> item.kind() == StandinItem.Kind.BOOK)
        .map(StandinItem::barcode)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private String account(String card) {
    return cards.find(new CardNumber(card)).orElseThrow().slotAccount();
  }

  private void setFault(String school, StandinFault fault) {
    standins.setFault(new SchoolCode(school), fault);
  }
}
