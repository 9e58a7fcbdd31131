package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.message.Messages;
import org.libpass.platform.AuditLog;
import org.libpass.policy.Decisions;
import org.libpass.process.Inbox;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.StaffPageTest;
import org.libpass.web.security.Rights.Place;
import org.libpass.web.security.Rights.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/**
 * SPEC's table of who sees what, field by field: one reader with a card, lent on at two schools and
 * overdue at one, is looked for in all pages that each role can open.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("CGUST");
  private static final SchoolCode LENDER = new SchoolCode("NTUNHS");
  private static final SchoolCode OTHER_LENDER = new SchoolCode("CHIHLEE");
  private static final SchoolCode OTHER = new SchoolCode("CTCN");
  private static final String EMAIL = "who.sees.what@example.org";
  private static final String PHONE = "0987-650-321";
  private static final String LOAN = "閒情偶寄校注";
  private static final String BARCODE = "WSW/1";
  private static final String OTHER_LOAN = "陶庵夢憶選讀";
  private static final String AUDITED = "誰看得到這一筆紀錄";
  private static final List<String> SEARCHES =
      List.of("/loans?show=overdue", "/loans?q=wsw", "/cards?state=IN_USE", "/readers?words=1947");

  @Autowired AuditLog audit;
  @Autowired Decisions decisions;
  @Autowired Messages messages;
  @Autowired JdbcClient jdbc;

  private Card card;
  private Reader reader;
  private String task;
  private UUID message;

  @BeforeAll
  void aReaderWithALateBook() {
    UUID id = people.activated(people.signedIn(HOME, 1947));
    readers.correctContact(id, EMAIL, PHONE);
    applications.apply(id);
    Card issued = cards.ofReader(id).get(0);
    cards.print(issued.id());
    lend(LENDER, issued, BARCODE, LOAN);
    lend(OTHER_LENDER, issued, "WSW/2", OTHER_LOAN);
    message = messages.send(LENDER, HOME, issued.id(), BARCODE, "請提醒讀者", "librarian.ntunhs");
    audit.keep(HOME.value(), "policy.cgust", "rules-published", HOME + " 9", AUDITED);
    card = cards.get(issued.id());
    reader = readers.get(id);
    time.set(card.loans().get(0).returnBy().plusDays(1));
    timers.fireDue();
    task = inbox.open(HOME).stream().filter(this::isAboutTheCard).findFirst().orElseThrow().id();
  }

  private boolean isAboutTheCard(Inbox.Task one) {
    return one.kind() == Inbox.Kind.OVERDUE && one.subject().equals(card.id());
  }

  private void lend(SchoolCode at, Card on, String barcode, String title) {
    assertThat(desk.lend(at, on.id(), new Loan.Item(barcode, title, "圖書"), librarian(at)))
        .isInstanceOf(Desk.Lent.Done.class);
  }

  private static Desk.Librarian librarian(SchoolCode at) {
    return new Desk.Librarian(account("librarian", at), true, true);
  }

  private static String account(String role, SchoolCode at) {
    return role + "." + at.value().toLowerCase(Locale.ROOT);
  }

  @AfterAll
  void leaveNothing() {
    desk.takeBack(LENDER, BARCODE, librarian(LENDER));
    desk.takeBack(OTHER_LENDER, "WSW/2", librarian(OTHER_LENDER));
    cards.revoke(card.id(), "librarian.cgust", "end of the test");
    messages.read(message, "librarian.cgust");
    time.set(TestTime.START);
  }

  /** What the paths of a route name. */
  private Map<String, String> named() {
    String number = card.number().value();
    return Map.of(
        "/inbox/{id}", "/inbox/" + task,
        "/cards/{number}", "/cards/" + number,
        "/cards/application/{id}", "/cards/application/" + card.id(),
        "/loans/{number}", "/loans/" + number,
        "/readers/{id}", "/readers/" + reader.id(),
        "/policy/{owner}/history/{number}", "/policy/" + HOME + "/history/1",
        "/policy/{owner}", "/policy/" + HOME,
        "/admin/readers/{id}", "/admin/readers/" + reader.id(),
        "/me/cards/{number}", "/me/cards/" + number,
        "/me/applications/{id}", "/me/applications/" + card.id());
  }

  @Test
  void whatIsOneSchoolsIsNotThereForOthers() throws Exception {
    SoftAssertions every = new SoftAssertions();
    for (Role role : new Role[] {Role.LIBRARIAN, Role.POLICY}) {
      for (Map.Entry<Place, Cookie> who : people(role).entrySet()) {
        for (Rights route : Rights.table()) {
          boolean asked = route.roles().contains(role) && !route.places().isEmpty();
          boolean theirs = route.places().contains(who.getKey());
          if (asked && route.method().equals(HttpMethod.GET)) {
            int status = status(open(route.with(named()) + "?item=" + BARCODE, who.getValue()));
            every
                .assertThat(status == 404)
                .as("%s not there for %s %s (%d)", route.path(), who.getKey(), role, status)
                .isEqualTo(!theirs);
          } else if (asked && !theirs) {
            every
                .assertThat(status(sent(route, who.getValue())))
                .as("POST %s by %s %s", route.path(), who.getKey(), role)
                .isIn(404, 302);
          }
        }
      }
    }
    every.assertAll();
    assertThat(cards.get(card.id()).loansOut()).hasSize(2);
    assertThat(cards.get(card.id()).isOpen()).isTrue();
    assertThat(inbox.open(HOME)).anyMatch(one -> one.id().equals(task) && one.assignee() == null);
    assertThat(readers.get(reader.id()).isActive()).isTrue();
  }

  private ResultActions sent(Rights route, Cookie session) throws Exception {
    return send(session, route.with(named()), "item", BARCODE, "action", "save");
  }

  @Test
  void aReadersCardIsNotThereForAnotherReader() throws Exception {
    Cookie another = reader(HOME.value(), "cgust001");
    for (Rights route : Rights.table()) {
      if (route.roles().equals(Set.of(Role.READER)) && !route.places().isEmpty()) {
        String path = route.with(named());
        int status =
            route.method().equals(HttpMethod.GET)
                ? status(open(path, another))
                : status(send(another, path));
        assertThat(status).as(route.method() + " " + path).isEqualTo(404);
      }
    }
    assertThat(cards.get(card.id()).generation()).isEqualTo(1);
  }

  private Map<Place, Cookie> people(Role role) throws Exception {
    String kind = role == Role.POLICY ? "policy" : "librarian";
    Map<Place, Cookie> people = new EnumMap<>(Place.class);
    people.put(Place.HOME, staff(account(kind, HOME)));
    people.put(Place.LENDING, staff(account(kind, LENDER)));
    people.put(Place.OTHER, staff(account(kind, OTHER)));
    return people;
  }

  @Test
  void theHomeSchoolsLibrariansSeeAll() throws Exception {
    String shown = pages(Role.LIBRARIAN, staff(account("librarian", HOME)));

    assertThat(shown)
        .contains(reader.name(), reader.number(), EMAIL, PHONE)
        .contains(card.number().value(), "讀者列印", LOAN, OTHER_LOAN, AUDITED);
    assertThat(mailSubjects()).anyMatch(shown::contains);
    assertThat(decisionsSeenBy("librarian.cgust")).isEqualTo(decisions.of(card.id()).size());
  }

  @Test
  void aLendingSchoolsLibrariansSeeTheirLoanAndAMaskedName() throws Exception {
    String shown = pages(Role.LIBRARIAN, staff(account("librarian", LENDER)));

    assertThat(shown)
        .contains(reader.maskedName(), card.number().value(), LOAN)
        .doesNotContain(reader.name(), reader.number(), EMAIL, PHONE)
        .doesNotContain(OTHER_LOAN, AUDITED);
    noMails(shown);
    assertThat(decisionsSeenBy("librarian.ntunhs"))
        .isEqualTo(
            decisions.of(card.id()).stream().filter(it -> it.school().equals(LENDER)).count())
        .isEqualTo(1);
  }

  @Test
  void atTheDeskTheCardInHandShowsNameSchoolAndIdentity() throws Exception {
    Cookie desk = staff(account("librarian", OTHER));

    assertThat(page(desk, "/desk?card=" + card.number()))
        .contains(reader.name(), "長庚科技大學", String.valueOf(reader.identity()))
        .doesNotContain(reader.number(), EMAIL, PHONE, LOAN, OTHER_LOAN, AUDITED);
  }

  @Test
  void nobodyElsesLibrariansSeeAnything() throws Exception {
    nothing(pages(Role.LIBRARIAN, staff(account("librarian", OTHER))));
  }

  @Test
  void policyAdministratorsSeeTheirOwnSchoolsReadersMasked() throws Exception {
    String own = pages(Role.POLICY, staff(account("policy", HOME)));

    assertThat(own)
        .contains(reader.maskedNumber(), AUDITED)
        .doesNotContain(reader.name(), reader.number(), EMAIL, PHONE, LOAN, OTHER_LOAN);
    noMails(own);
    nothing(pages(Role.POLICY, staff(account("policy", LENDER))));
    nothing(pages(Role.POLICY, staff(account("policy", OTHER))));
  }

  @Test
  void theAllianceSeesAllMasked() throws Exception {
    String shown = pages(Role.ALLIANCE, staff("alliance"));

    assertThat(shown)
        .contains(reader.maskedName(), reader.maskedNumber(), card.number().value(), AUDITED)
        .contains("等著寄")
        .doesNotContain(reader.name(), reader.number(), EMAIL, PHONE, LOAN, BARCODE, OTHER_LOAN);
    noMails(shown);
  }

  @Test
  void readersSeeTheirOwnAndVisitorsNothing() throws Exception {
    assertThat(pages(Role.READER, reader(HOME.value(), reader.number())))
        .contains(reader.name(), reader.number(), EMAIL, PHONE)
        .contains(card.number().value(), LOAN, OTHER_LOAN);
    nothing(pages(Role.READER, reader(LENDER.value(), "ntunhs001")));
    nothing(pages(Role.VISITOR));
  }

  private void nothing(String shown) {
    assertThat(shown)
        .doesNotContain(reader.name(), reader.number(), EMAIL, PHONE, card.number().value())
        .doesNotContain(LOAN, OTHER_LOAN, AUDITED);
    noMails(shown);
  }

  /** What the mails to the reader say; their subjects alone would name what they are about. */
  private void noMails(String shown) {
    assertThat(mailSubjects()).isNotEmpty().noneMatch(shown::contains);
  }

  private List<String> mailSubjects() {
    return jdbc.sql("select subject from mail where reader = :reader")
        .param("reader", reader.id())
        .query(String.class)
        .list();
  }

  private long decisionsSeenBy(String librarian) throws Exception {
    return page(staff(librarian), "/cards/" + card.number())
            .split("<article class=\"decision\"", -1)
            .length
        - 1;
  }

  /**
   * All that somebody sees: every page of theirs, and lists asked for the reader and the card. The
   * demo's own pages show everything to everybody, and are none of the product's.
   */
  private String pages(Role role, Cookie... session) throws Exception {
    List<String> paths = new ArrayList<>();
    for (Rights route : Rights.table()) {
      if (route.method().equals(HttpMethod.GET)
          && route.roles().contains(role)
          && !route.path().startsWith("/demo")) {
        paths.add(route.with(named()));
      }
    }
    if (role == Role.LIBRARIAN) {
      paths.addAll(SEARCHES);
      paths.add("/loans/" + card.number() + "/message?item=" + BARCODE);
    }
    StringBuilder shown = new StringBuilder();
    for (String path : paths) {
      // The way to the same page in the other language repeats what was asked for.
      shown.append(text(open(path, session)).replaceAll("href=\"[^\"]*[?;&]lang=[^\"]*\"", ""));
    }
    return shown.toString();
  }
}
