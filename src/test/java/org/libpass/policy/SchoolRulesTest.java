package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.PRINTED_CARD;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.CUTE;
import static org.libpass.policy.RulesOnDisk.NTCB;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;

@DisplayName("A school's rules beside the alliance's")
class SchoolRulesTest {

  @Nested
  @DisplayName("as they ship")
  class AsTheyShip {

    private static final Policies POLICIES = RulesOnDisk.product();

    @Test
    void ntutHasItsOwnQuotaAndValidDaysAndElseTheAlliances() {
      Limits limits = POLICIES.limits(NTUT, new Application());

      assertThat(limits.openCardsPerSchool()).isEqualTo(40);
      assertThat(limits.validDays()).isEqualTo(5);
      assertThat(limits.totalItems()).isEqualTo(5);
      Decision full = POLICIES.decide(NTUT, new Application(), steve().now(), new School(40, 20));
      assertThat(full.reasons()).extracting(Reason::key).containsExactly("quota-full");
    }

    static Stream<Arguments> activations() {
      return Stream.of(
          arguments(steve().identity("專任教師").now(), Outcome.GRANTED, ""),
          arguments(steve().identity("大學部學生").now(), Outcome.REFERRED, "activation-review"),
          arguments(steve().identity(null).now(), Outcome.REFERRED, "unknown-identity"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("activations")
    void ntutActivatesItsTeachersAtOnce(Reader reader, Outcome outcome, String key) {
      Decision decision = POLICIES.decide(NTUT, new Activation(), reader);

      assertThat(decision.outcome()).isEqualTo(outcome);
      assertThat(String.join(" ", decision.reasons().stream().map(Reason::key).toList()))
          .isEqualTo(key);
      assertThat(decision.rules().school()).isEqualTo("NTUT");
    }

    @Test
    void cuteLendsForTwoWeeksAlsoOnAPhone() {
      Decision decision =
          POLICIES.decide(CUTE, new Lending(), steve().now(), new Card(false, 0, 0, 0, false, 5));

      assertThat(decision.outcome()).isEqualTo(Outcome.GRANTED);
      assertThat(decision.limits().loanDays()).isEqualTo(14);
      assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("須出示紙本");
    }

    @Test
    void cuteDoesNotAdmitAlumniAndSaysSoInItsOwnWords() {
      Decision decision =
          POLICIES.decide(CUTE, new Lending(), steve().identity("校友").now(), PRINTED_CARD);

      assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(decision.reasons())
          .singleElement()
          .satisfies(
              reason -> {
                assertThat(reason.key()).isEqualTo("alumni");
                assertThat(reason.zh()).contains("校友借書證");
                assertThat(reason.en()).contains("alumni card");
                assertThat(reason.file()).isEqualTo("CUTE/policy.drl");
              });
    }

    @Test
    void theRulesInForceAreTheMergedOnes() {
      assertThat(POLICIES.rules(CUTE))
          .filteredOn(rule -> rule.name().equals("須出示紙本"))
          .singleElement()
          .satisfies(
              rule -> {
                assertThat(rule.source()).isEqualTo(RuleText.Source.SCHOOL);
                assertThat(rule.text()).startsWith("規則「須出示紙本」").endsWith("完");
                assertThat(rule.question()).isEqualTo("Lending");
                assertThat(rule.objections()).isEmpty();
              });
      assertThat(POLICIES.rules(CUTE).stream().map(RuleText::name)).contains("逾期未還");
    }
  }

  @Nested
  @DisplayName("combine")
  class Combine {

    @TempDir Path directory;
    private RulesOnDisk disk;
    private @Nullable Policies policies;

    @BeforeEach
    void theAlliancesRulesAlone() {
      disk = new RulesOnDisk(directory);
    }

    private Decision apply(Cases.ReaderCase reader) {
      if (policies == null) {
        policies = disk.start();
      }
      return policies.decide(NTUT, new Application(), reader.now(), FREE_SCHOOL);
    }

    private Limits limits(Cases.ReaderCase reader) {
      return apply(reader).limits();
    }

    @Test
    void aruleOfTheSameNameReplaces() {
      disk.school(
          NTUT,
          "rule \"逾期未還\" when Application() Reader( overdueItems > 2 )",
          "then decision.refuse(\"overdue\"); end");

      assertThat(apply(steve().overdueItems(2)).outcome()).isEqualTo(Outcome.GRANTED);
      assertThat(apply(steve().overdueItems(3)).reasons())
          .singleElement()
          .extracting(Reason::file, Reason::line)
          .containsExactly("NTUT/policy.drl", 1);
    }

    @Test
    void aruleOfAnotherNameIsAdded() {
      disk.school(
          NTUT,
          "rule \"校外人士\" when Application() Reader( identity == \"校外人士\" )",
          "then decision.refer(\"outsider\", \"請至櫃台辦理\", \"Please apply at the desk\"); end");

      assertThat(apply(steve().identity("校外人士")).outcome()).isEqualTo(Outcome.REFERRED);
      assertThat(apply(steve().identity("校外人士").overdueItems(1)).reasons())
          .as("refuse outweighs refer")
          .extracting(Reason::key)
          .containsExactly("overdue");
    }

    @Test
    void agrantOutweighsNothing() {
      disk.school(
          NTUT,
          "rule \"一定通過\" when Application() then decision.grant(); end",
          "rule \"要看\" when Application() Reader( unit == \"圖書館\" )",
          "then decision.refer(\"activation-review\"); end");

      assertThat(apply(steve().overdueItems(1)).outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(apply(steve().unit("圖書館")).outcome()).isEqualTo(Outcome.REFERRED);
      assertThat(apply(steve()).reasons()).extracting(Reason::key).containsExactly("granted");
    }

    @Test
    void theOtherSchoolsDoNotNotice() {
      disk.school(NTUT, "rule \"使用天數\" when Application() then limits.validDays(9); end");
      policies = disk.start();

      assertThat(policies.limits(NTUT, new Application()).validDays()).isEqualTo(9);
      assertThat(policies.limits(NTCB, new Application()).validDays()).isEqualTo(3);
      assertThat(
              policies.decide(NTCB, new Application(), steve().now(), FREE_SCHOOL).rules().school())
          .isNull();
    }

    @Test
    void ofTwoRulesForOneLimitTheLaterWins() {
      disk.school(
          NTUT,
          "rule \"學生\" when Application() Reader( identity == \"大學部學生\" )",
          "then limits.validDays(4); limits.totalItems(6); end",
          "rule \"資工\" when Application() Reader( unit == \"資訊工程系\" )",
          "then limits.validDays(6); end");

      assertThat(limits(steve()).validDays()).isEqualTo(6);
      assertThat(limits(steve().unit("圖書館")).validDays()).isEqualTo(4);
      assertThat(limits(steve().unit("圖書館")).totalItems()).isEqualTo(6);
      assertThat(limits(steve().unit("圖書館").identity("職員")).validDays()).isEqualTo(3);
    }

    @Test
    void alaterRuleWithoutConditionsWinsOverAnEarlierOneWithSome() {
      disk.school(
          NTUT,
          "rule \"學生\" when Application() Reader( identity == \"大學部學生\" )",
          "then limits.validDays(4); end",
          "rule \"大家\" when Application() then limits.validDays(7); end");

      assertThat(limits(steve()).validDays()).isEqualTo(7);
    }

    @Test
    void theSchoolsRuleWinsOverTheAlliancesWithConditions() {
      disk.allianceAlso(
              "rule \"教師\" when Application() Reader( identity == \"專任教師\" )\n"
                  + "then limits.validDays(8); end")
          .school(NTUT, "rule \"本校天數\" when Application() then limits.validDays(2); end");

      assertThat(limits(steve().identity("專任教師")).validDays()).isEqualTo(2);
    }

    @Test
    void pagesShowOnlyWhatHoldsInEveryCase() {
      disk.school(
          NTUT,
          "rule \"教師\" when Application() Reader( identity == \"專任教師\" )",
          "then limits.validDays(8); end");

      assertThat(disk.start().limits(NTUT, new Application()).validDays()).isEqualTo(3);
    }

    @Test
    void adecisionMayLookAtTheLimitsOfTheCase() {
      disk.school(
          NTUT,
          "rule \"櫃台冊數\" when Lending() Reader( identity == \"大學部學生\" )",
          "then limits.itemsAtDesk(2); end");
      Card two = new Card(true, 2, 2, 2, false, 3);
      policies = disk.start();

      Decision student = policies.decide(NTUT, new Lending(), steve().now(), two);
      Decision teacher = policies.decide(NTUT, new Lending(), steve().identity("專任教師").now(), two);

      assertThat(student.reasons()).extracting(Reason::key).containsExactly("desk-full");
      assertThat(student.limits().itemsAtDesk()).isEqualTo(2);
      assertThat(teacher.outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void noLimitAtTheDeskIsMoreThanAnything() {
      disk.school(
          NTUT,
          "rule \"多一冊\" when Lending() Limits( $most : itemsAtDesk )",
          "Card( itemsOutHere >= $most + 1 ) then decision.refuse(\"desk-full\"); end");
      policies = disk.start();

      assertThat(policies.decide(NTUT, new Lending(), steve().now(), PRINTED_CARD).outcome())
          .isEqualTo(Outcome.GRANTED);
    }

    @Test
    void anItemTypeCanBeKeptAtHome() {
      disk.school(
          NTUT,
          "rule \"視聽資料\" when Lending() Item( type in (\"DVD\", \"VHS\") )",
          "then decision.refuse(\"av\", \"視聽資料不外借\", \"Audio-visual items are not lent\"); end");
      policies = disk.start();

      assertThat(lend(policies, "DVD")).isEqualTo(Outcome.REFUSED);
      assertThat(lend(policies, "圖書")).isEqualTo(Outcome.GRANTED);
      assertThat(lend(policies, null)).isEqualTo(Outcome.REFERRED);
    }

    private Outcome lend(Policies policies, @Nullable String type) {
      return policies
          .decide(NTUT, new Lending(), steve().now(), PRINTED_CARD, new Item(type))
          .outcome();
    }
  }
}
