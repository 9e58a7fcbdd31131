package org.libpass.notice;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.notice.Visits.CUTE;
import static org.libpass.notice.Visits.NTUT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.card.Card;
import org.libpass.ils.ChargedItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.OnH2;
import org.libpass.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The to-do list as a table: what has happened to a reader, and what the list says then. */
@TestClock
@OnH2
@SpringBootTest(
    classes = NoticeSlice.class,
    webEnvironment = WebEnvironment.NONE,
    properties = NoticeSlice.NEVER_BY_ITSELF)
class TodosTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired private Visits visits;
  @Autowired private Todos todos;
  @Autowired private TaipeiClock clock;
  @Autowired private MessageSource messages;

  @Autowired private JdbcClient jdbc;

  /** The same item is out in several situations, which it can't be at once. */
  @BeforeEach
  void nothingIsOut() {
    jdbc.sql("delete from loan").update();
    jdbc.sql("delete from card").update();
  }

  /** A situation brings a reader there; the clock stands at {@link #TODAY} when it begins. */
  private record Situation(String name, Function<TodosTests, UUID> visit) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> situations() {
    return Stream.of(
        row("new reader", it -> it.visits.signsIn(), "ACTIVATE NTUT"),
        row(
            "activation waits since the day before yesterday",
            it -> {
              UUID reader = it.visits.signsIn();
              it.visits.policy.refers();
              it.visits.asksForActivation(reader);
              it.clock.advance(Duration.ofDays(2));
              return reader;
            },
            "ACTIVATION_PENDING NTUT 2026-11-23 2d #"),
        row(
            "activation refused yesterday",
            it -> {
              UUID reader = it.visits.signsIn();
              it.visits.policy.refuses(PlayedPolicy.reason("x"));
              it.visits.asksForActivation(reader);
              it.clock.advance(Duration.ofDays(1));
              return reader;
            },
            "ACTIVATION_REFUSED NTUT 2026-11-23 1d #"),
        row("active, nothing to do", it -> it.visits.active()),
        row(
            "application under review",
            it -> {
              UUID reader = it.visits.active();
              it.visits.policy.refers();
              it.visits.applies(reader);
              it.clock.advance(Duration.ofDays(4));
              return reader;
            },
            "APPLICATION_UNDER_REVIEW NTUT 2026-11-23 4d #"),
        row("card issued", it -> it.holder(), "CARD_TO_PRINT NTUT 2026-11-26 3d # card"),
        row(
            "card printed",
            it -> {
              UUID reader = it.holder();
              it.visits.cards.print(it.card(reader).id());
              return reader;
            }),
        row(
            "card unprinted on its last day",
            it -> {
              UUID reader = it.holder();
              it.clock.advance(Duration.ofDays(3));
              return reader;
            },
            "CARD_ENDS_TODAY NTUT 2026-11-26 0d # card",
            "CARD_TO_PRINT NTUT 2026-11-26 0d # card"),
        row(
            "card over, the process has not come to it yet",
            it -> {
              UUID reader = it.holder();
              it.clock.advance(Duration.ofDays(4));
              return reader;
            }),
        row(
            "card shown on a phone, in use on its last day",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(21));
              it.clock.advance(Duration.ofDays(3));
              return reader;
            },
            "CARD_ENDS_TODAY NTUT 2026-11-26 0d # card"),
        row(
            "card in use on its last day, whose reader is done",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(21));
              it.visits.cards.done(it.card(reader).id());
              it.clock.advance(Duration.ofDays(3));
              return reader;
            }),
        row("due in four days", it -> it.borrower(TODAY.plusDays(4))),
        row(
            "due in three days",
            it -> it.borrower(TODAY.plusDays(3)),
            "DUE_SOON 論語 B1 CUTE 2026-11-26 3d # card"),
        row("due today", it -> it.borrower(TODAY), "DUE_TODAY 論語 B1 CUTE 2026-11-23 0d # card"),
        row(
            "due in five days at a school that tells five days before",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(5));
              it.visits.policy.tellsBefore(CUTE, List.of(1, 5));
              return reader;
            },
            "DUE_SOON 論語 B1 CUTE 2026-11-28 5d # card"),
        row(
            "due tomorrow at a school that tells on the day",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(1));
              it.visits.policy.tellsBefore(CUTE, List.of(0));
              return reader;
            }),
        row(
            "two overdue on a card, one of them without a title",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(21));
              SchoolCode ntcb = new SchoolCode("NTCB");
              it.visits.borrows(it.card(reader), ntcb, "B2", " ", TODAY.plusDays(14));
              it.clock.advance(Duration.ofDays(22));
              return reader;
            },
            "OVERDUE_ON_CARD B2 B2 NTCB 2026-12-07 8d # card",
            "OVERDUE_ON_CARD 論語 B1 CUTE 2026-12-14 1d # card"),
        row(
            "overdue on a card that was revoked",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(1));
              it.visits.cards.revoke(it.card(reader).id(), "librarian", "x");
              it.clock.advance(Duration.ofDays(2));
              return reader;
            },
            "OVERDUE_ON_CARD 論語 B1 CUTE 2026-11-24 1d # card"),
        row(
            "all returned",
            it -> {
              UUID reader = it.borrower(TODAY.plusDays(1));
              it.visits.cards.done(it.card(reader).id());
              it.visits.returns(it.card(reader), CUTE, "B1");
              it.clock.advance(Duration.ofDays(2));
              return reader;
            }),
        row(
            "overdue at home, named with and without a date, and one not named",
            it ->
                it.atHome(
                    3,
                    BigDecimal.ZERO,
                    List.of(
                        new ChargedItem("H1", null, null),
                        new ChargedItem("H2", "孟子", TODAY.minusDays(9))),
                    List.of()),
            "OVERDUE_AT_HOME 孟子 H2 NTUT 2026-11-14 9d",
            "OVERDUE_AT_HOME_UNDATED H1 H1 NTUT",
            "OVERDUE_AT_HOME_UNNAMED NTUT $1"),
        row("home library tells nothing", it -> it.atHome(null, null, List.of(), List.of())),
        row(
            "a fine",
            it -> it.atHome(0, new BigDecimal("120.50"), List.of(), List.of()),
            "FINE NTUT $120.50"),
        row(
            "an item on the hold shelf",
            it ->
                it.atHome(
                    0, BigDecimal.ZERO, List.of(), List.of(new ChargedItem("H3", "莊子", null))),
            "HOLD_SHELF 莊子 H3 NTUT"),
        row(
            "what came from another library, in however many words",
            it -> it.arrived(List.of("老殘遊記（影印本）", "𠮷".repeat(200))),
            "REQUEST_ARRIVED 老殘遊記（影印本） NTUT",
            "REQUEST_ARRIVED " + "𠮷".repeat(150) + " NTUT"),
        row(
            "everything at once",
            it -> {
              UUID reader =
                  it.atHome(
                      1,
                      BigDecimal.TEN,
                      List.of(new ChargedItem("H2", "孟子", TODAY.minusDays(9))),
                      List.of(new ChargedItem("H3", "莊子", null)));
              it.visits.policy.grants();
              it.visits.asksForActivation(reader);
              it.visits.withCard(reader);
              Card card = it.card(reader);
              it.visits.borrows(card, CUTE, "B1", "論語", TODAY.plusDays(2));
              it.visits.borrows(card, CUTE, "B2", "大學", TODAY.plusDays(4));
              it.clock.advance(Duration.ofDays(3));
              return reader;
            },
            "OVERDUE_ON_CARD 論語 B1 CUTE 2026-11-25 1d # card",
            "OVERDUE_AT_HOME 孟子 H2 NTUT 2026-11-14 12d",
            "FINE NTUT $10.00",
            "CARD_ENDS_TODAY NTUT 2026-11-26 0d # card",
            "DUE_SOON 大學 B2 CUTE 2026-11-27 1d # card",
            "HOLD_SHELF 莊子 H3 NTUT"));
  }

  private static Arguments row(String name, Function<TodosTests, UUID> visit, String... list) {
    return Arguments.of(new Situation(name, visit), List.of(list));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void says(Situation situation, List<String> expected) {
    visits.policy.grants();
    UUID reader = situation.visit().apply(this);
    List<Todo> list = todos.of(reader);
    assertThat(list).map(TodosTests::line).containsExactlyElementsOf(expected);
    list.forEach(this::hasASentenceInBothLanguages);
  }

  private static String line(Todo todo) {
    return Stream.of(
            todo.kind(),
            todo.title(),
            todo.barcode(),
            todo.school(),
            todo.day(),
            todo.days() == null ? null : todo.days() + "d",
            todo.subject() == null ? null : "#",
            todo.cardNumber() == null ? null : "card",
            todo.amount() == null ? null : "$" + todo.amount())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(joining(" "));
  }

  private void hasASentenceInBothLanguages(Todo todo) {
    Object[] filled = todo.arguments("學校", Objects.toString(todo.day(), null));
    for (Locale language : List.of(Locale.TAIWAN, Locale.ENGLISH)) {
      assertThat(messages.getMessage(todo.messageKey(), filled, language))
          .isNotBlank()
          .doesNotContain("null")
          .doesNotContain("{");
    }
  }

  @Test
  void everyKindHasItsSentenceInBothLanguages() {
    Object[] filled = {"論語", "B1", "學校", "2026-11-26", 1L, "NTUT-1", BigDecimal.ONE};
    assertThat(Arrays.stream(Todo.Kind.values()).map(kind -> "todo." + kind))
        .allSatisfy(
            key ->
                assertThat(messages.getMessage(key, filled, Locale.ENGLISH))
                    .isNotEqualTo(messages.getMessage(key, filled, Locale.TAIWAN)));
  }

  @Test
  void aDayIsOneDay() {
    Todo todo =
        new Todo(Todo.Kind.DUE_SOON, "A|B {0}", "B1", NTUT, TODAY, 1L, null, "NTUT-1", null);
    assertThat(
            messages.getMessage(
                todo.messageKey(), todo.arguments("Taipei Tech", "2026-11-24"), Locale.ENGLISH))
        .isEqualTo("“A|B {0}” (barcode B1) is to be back at Taipei Tech by 2026-11-24, in 1 day.");
  }

  @Test
  void anUnknownReaderIsAnError() {
    assertThatThrownBy(() -> todos.of(UUID.randomUUID()))
        .isInstanceOf(NoSuchElementException.class);
  }

  private UUID holder() {
    UUID reader = visits.active();
    visits.withCard(reader);
    return reader;
  }

  private UUID borrower(LocalDate returnBy) {
    UUID reader = holder();
    visits.borrows(card(reader), CUTE, "B1", "論語", returnBy);
    return reader;
  }

  private Card card(UUID reader) {
    return visits.cards.ofReader(reader).get(0);
  }

  /** An active reader for whom this came from other libraries. */
  private UUID arrived(List<String> requests) {
    UUID reader = visits.active();
    String number = visits.readers.get(reader).number();
    visits.ils.says(number, "王小明", "", 0, BigDecimal.ZERO, List.of(), List.of(), requests);
    return visits.signsInAgain(number, Locale.TAIWAN);
  }

  /** An active reader of whom the home library says this. */
  private UUID atHome(
      Integer overdueItems,
      BigDecimal fines,
      List<ChargedItem> overdue,
      List<ChargedItem> holdShelf) {
    UUID reader = visits.active();
    String number = visits.readers.get(reader).number();
    visits.ils.says(number, "王小明", "ming@example.org", overdueItems, fines, overdue, holdShelf);
    return visits.signsInAgain(number, Locale.TAIWAN);
  }
}
