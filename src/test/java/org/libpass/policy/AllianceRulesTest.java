package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.PRINTED_CARD;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.NTCB;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.Cases.ReaderCase;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Notice;
import org.libpass.policy.facts.ReturnBy;
import org.libpass.policy.facts.Review;
import org.libpass.policy.facts.School;

@DisplayName("The alliance's rules as they ship, for a school without rules of its own")
class AllianceRulesTest {

  private static final LocalDate SOME_DAY = LocalDate.of(2026, 12, 14);
  private static final Policies POLICIES = RulesOnDisk.product();

  @Test
  void activationGoesToALibrarian() {
    Decision decision = POLICIES.decide(NTCB, new Activation(), steve().activated(false).now());

    assertThat(decision).isInstanceOf(Decision.Referred.class);
    assertThat(decision.reasons()).extracting(Reason::key).containsExactly("activation-review");
  }

  @Test
  void acleanReaderGetsACard() {
    Decision decision = POLICIES.decide(NTCB, new Application(), steve().now(), FREE_SCHOOL);

    assertThat(decision).isInstanceOf(Decision.Granted.class);
    assertThat(decision.reasons()).isEmpty();
  }

  static Stream<Arguments> applications() {
    return Stream.of(
        arguments("讀者效期已過", steve().expired(true), FREE_SCHOOL, "reader-expired"),
        arguments("尚未開通", steve().activated(false), FREE_SCHOOL, "not-activated"),
        arguments("停權中", steve().suspended(true), FREE_SCHOOL, "suspended"),
        arguments("離校中", steve().leaving(true), FREE_SCHOOL, "leaving"),
        arguments("逾期未還", steve().overdueItems(1), FREE_SCHOOL, "overdue"),
        arguments("逾期未還", steve().overdueItems(7), FREE_SCHOOL, "overdue"),
        arguments("尚有欠款", steve().owesFine(true), FREE_SCHOOL, "fine"),
        arguments("註銷的證還有書未還", steve().revokedCardsWithLoans(1), FREE_SCHOOL, "revoked-with-loans"),
        arguments("已有借書證", steve().openCards(1), FREE_SCHOOL, "already-holds"),
        arguments("本校額度已滿", steve(), new School(50, 10), "quota-full"),
        arguments("本校額度已滿", steve(), new School(51, 9), "quota-full"),
        arguments("沒有可用的館際帳號", steve(), new School(49, 0), "no-free-slot"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("applications")
  void anApplicationIsRefusedBy(String rule, ReaderCase reader, School school, String key) {
    Decision decision = POLICIES.decide(NTCB, new Application(), reader.now(), school);

    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.key()).isEqualTo(key);
              assertThat(reason.rule()).isEqualTo(rule);
              assertThat(reason.file()).isEqualTo("alliance/policy.drl");
              assertThat(lineOf(reason)).contains("rule \"" + rule + "\"");
            });
  }

  private static String lineOf(Reason reason) {
    return RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve(reason.file()))
        .lines()
        .toList()
        .get(reason.line() - 1);
  }

  @Test
  void theLastPlaceOfTheQuotaIsStillGiven() {
    assertThat(POLICIES.decide(NTCB, new Application(), steve().now(), new School(49, 1)).outcome())
        .isEqualTo(Outcome.GRANTED);
  }

  @Test
  void everyReasonIsTold() {
    Decision decision =
        POLICIES.decide(
            NTCB,
            new Application(),
            steve().expired(true).overdueItems(2).owesFine(true).now(),
            new School(50, 0));

    assertThat(decision.reasons())
        .extracting(Reason::key)
        .containsExactly("reader-expired", "overdue", "fine", "quota-full", "no-free-slot");
  }

  static Stream<Arguments> lendings() {
    return Stream.of(
        arguments("須出示紙本", steve(), new Card(false, 0, 0, 0, false, 5), "not-printed"),
        arguments("使用期限已過", steve(), new Card(true, 1, 1, 1, true, 4), "card-over"),
        arguments("冊數已用完", steve(), new Card(true, 5, 2, 0, false, 0), "total-used"),
        arguments("借書時停權中", steve().suspended(true), PRINTED_CARD, "suspended"),
        arguments("借書時效期已過", steve().expired(true), PRINTED_CARD, "reader-expired"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("lendings")
  void lendingIsRefusedBy(String rule, ReaderCase reader, Card card, String key) {
    Decision decision = POLICIES.decide(NTCB, new Lending(), reader.now(), card, new Item("圖書"));

    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reasons()).extracting(Reason::key).containsExactly(key);
    assertThat(decision.reasons()).extracting(Reason::rule).containsExactly(rule);
  }

  @Test
  void aprintedCardBorrowsWithoutAnItemAndWithOneOfUnknownType() {
    assertThat(POLICIES.decide(NTCB, new Lending(), steve().now(), PRINTED_CARD).outcome())
        .isEqualTo(Outcome.GRANTED);
    assertThat(
            POLICIES
                .decide(NTCB, new Lending(), steve().now(), PRINTED_CARD, new Item(null))
                .outcome())
        .isEqualTo(Outcome.GRANTED);
  }

  @Test
  void theFiguresAreThoseOfTheAlliance() {
    assertThat(POLICIES.limits(NTCB, new Application()))
        .isEqualTo(
            new Limits(
                50,
                1,
                3,
                5,
                21,
                0,
                Integer.MAX_VALUE,
                false,
                null,
                List.of(3, 1, 0),
                List.of(1, 3, 7),
                7,
                2,
                0));
  }

  @Test
  void everyQuestionIsAnsweredWithTheFigures() {
    assertThat(POLICIES.decide(NTCB, new Notice()).limits().noticeEvery()).isEqualTo(7);
    assertThat(POLICIES.decide(NTCB, new Review()).limits().reviewDays()).isEqualTo(2);
    assertThat(
            POLICIES.decide(NTCB, new Lending(), steve().now(), PRINTED_CARD).limits().loanDays())
        .isEqualTo(21);
  }

  @Test
  void adueDateOnAClosedDayMoves() {
    assertThat(POLICIES.decide(NTCB, new ReturnBy(), new DueDate(SOME_DAY, true)).limits())
        .extracting(Limits::moveToNextOpenDay)
        .isEqualTo(true);
    assertThat(POLICIES.decide(NTCB, new ReturnBy(), new DueDate(SOME_DAY, false)).limits())
        .extracting(Limits::moveToNextOpenDay)
        .isEqualTo(false);
  }

  static Stream<Arguments> unknowns() {
    return Stream.of(
        arguments("expired", steve().expired(null)),
        arguments("overdueItems", steve().overdueItems(null)),
        arguments("owesFine", steve().owesFine(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknowns")
  void whatIsUnknownGoesToALibrarian(String field, ReaderCase reader) {
    Decision decision = POLICIES.decide(NTCB, new Application(), reader.now(), FREE_SCHOOL);

    assertThat(decision.outcome()).isEqualTo(Outcome.REFERRED);
    assertThat(decision.reasons()).extracting(Reason::key).containsExactly("unknown-" + field);
  }

  @Test
  void arefusalOutweighsWhatIsUnknown() {
    Decision decision =
        POLICIES.decide(
            NTCB, new Application(), steve().expired(null).owesFine(true).now(), FREE_SCHOOL);

    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reasons()).extracting(Reason::key).containsExactly("fine");
  }

  @Test
  void theseNamesAreLocked() {
    assertThat(POLICIES.rules(NTCB).stream().filter(RuleText::locked).map(RuleText::name))
        .containsExactlyInAnyOrder(
            "讀者效期已過",
            "尚未開通",
            "停權中",
            "離校中",
            "借書時停權中",
            "借書時效期已過",
            "已有借書證",
            "本校額度已滿",
            "沒有可用的館際帳號",
            "使用期限已過",
            "冊數已用完");
  }
}
