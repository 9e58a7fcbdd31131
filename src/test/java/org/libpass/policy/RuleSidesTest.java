package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.RulesOnDisk.CUTE;
import static org.libpass.policy.RulesOnDisk.NTCB;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.policy.RuleView.Kind;
import org.libpass.policy.RuleView.Word;
import org.libpass.school.SchoolCode;

@DisplayName("What the alliance says beside what a school changes")
class RuleSidesTest {

  private static final Policies PRODUCT = RulesOnDisk.product();

  @TempDir Path directory;

  @Test
  void aSchoolsRuleStandsBesideTheAlliancesOfTheSameName() {
    RuleSides days = sides(PRODUCT, NTUT, "使用天數");

    assertThat(days.isReplaced()).isTrue();
    assertThat(days.inForce()).isSameAs(days.own());
    assertThat(days.alliance().effects())
        .containsExactly(new RuleView.Effect("VALID_DAYS", null, List.of(3), null));
    assertThat(days.own().effects())
        .containsExactly(new RuleView.Effect("VALID_DAYS", null, List.of(5), null));
    assertThat(days.own().file()).isEqualTo("NTUT/policy.drl");
    assertThat(days.own().text()).startsWith("rule \"使用天數\"").endsWith("end");
  }

  @Test
  void aRuleThatTheSchoolLeavesStandsAlone() {
    RuleSides overdue = sides(PRODUCT, NTUT, "逾期未還");

    assertThat(overdue.own()).isNull();
    assertThat(overdue.isReplaced()).isFalse();
    assertThat(overdue.inForce().alliance()).isTrue();
    assertThat(overdue.inForce().effects())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.verb()).isEqualTo("REFUSE");
              assertThat(effect.reason().key()).isEqualTo("overdue");
              assertThat(effect.reason().zh()).isNull();
            });
  }

  @Test
  void aRuleThatOnlyTheSchoolHasComesWithItsQuestionsRules() {
    List<RuleSides> all = PRODUCT.sides(RuleOwner.of(CUTE));

    assertThat(all.stream().map(rule -> rule.inForce().question()).distinct())
        .containsExactly(
            "Activation", "Application", "Lending", "ReturnBy", "Notice", "Review", "WaitingList");
    RuleSides alumni = sides(PRODUCT, CUTE, "不收校友");
    assertThat(alumni.alliance()).isNull();
    assertThat(alumni.inForce().effects().get(0).reason().en()).contains("alumni card");
  }

  @Test
  void besideTheAlliancesRulesNothingStands() {
    List<RuleSides> all = PRODUCT.sides(RuleOwner.ALLIANCE);

    assertThat(all).hasSizeGreaterThan(20).allMatch(rule -> rule.own() == null);
    assertThat(all).isEqualTo(PRODUCT.sides(RuleOwner.of(NTCB)));
    assertThat(all)
        .filteredOn(rule -> rule.inForce().locked())
        .extracting(rule -> rule.inForce().name())
        .contains("讀者效期已過", "停權中");
  }

  @Test
  void figuresAndDatesAreKeptApart() {
    Policies policies =
        new RulesOnDisk(directory)
            .school(
                NTUT,
                "rule \"學期末\" when ReturnBy() then dates.notLaterThan(2027-01-15); end",
                "rule \"逾期通知\" when Notice()",
                "then limits.noticeDaysAfter(1, 2); limits.noticeEvery(3); end")
            .start();

    assertThat(sides(policies, NTUT, "學期末").own().effects())
        .containsExactly(
            new RuleView.Effect("NOT_LATER_THAN", null, List.of(), LocalDate.of(2027, 1, 15)));
    assertThat(sides(policies, NTUT, "逾期通知").own().effects())
        .containsExactly(
            new RuleView.Effect("NOTICE_DAYS_AFTER", null, List.of(1, 2), null),
            new RuleView.Effect("NOTICE_EVERY", null, List.of(3), null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Reader(); ''",
        "Reader( overdueItems > 2 ); Reader.overdueItems MORE 2",
        "Reader( identity == \"教授\", activated == false ); Reader.identity EQUAL 教授 AND Reader.activated EQUAL false",
        "Reader( identity == null ); Reader.identity EQUAL UNKNOWN",
        "Reader( unit in (\"圖書館\", \"總務處\") ); Reader.unit EQUAL 圖書館 OR Reader.unit EQUAL 總務處",
        "Reader( openCards > 0, unit == \"甲\" || unit == \"乙\" ); Reader.openCards MORE 0 AND OPEN Reader.unit EQUAL 甲 OR Reader.unit EQUAL 乙 CLOSE",
        "Reader( openCards > 0 && openCards < 3 || suspended == true ); OPEN Reader.openCards MORE 0 AND Reader.openCards LESS 3 CLOSE OR Reader.suspended EQUAL true",
        "Reader( !( unit == \"甲\" || unit == \"乙\" ) ); NOT OPEN Reader.unit EQUAL 甲 OR Reader.unit EQUAL 乙 CLOSE",
        "Reader( openCards > 0 ) School( freeSlots < 5 || openCards > 40 ); Reader.openCards MORE 0 AND OPEN School.freeSlots LESS 5 OR School.openCards MORE 40 CLOSE",
        "Today( $today : date ) Reader( expiry < $today + 30 ); Reader.expiry LESS Today.date + 30",
        "Reader( overdueItems * 2 + openCards > 5 ); Reader.overdueItems * 2 + Reader.openCards MORE 5",
        "Today( date > 2026-08-09 ); Today.date MORE 2026-08-09",
      })
  void aConditionIsTakenApartWordByWord(String condition, String words) {
    Policies policies =
        new RulesOnDisk(directory)
            .school(
                NTUT,
                "rule \"r\" when Application() " + condition,
                "then decision.refer(\"t\", \"試\", \"test\"); end")
            .start();

    assertThat(
            sides(policies, NTUT, "r").own().when().stream()
                .map(RuleSidesTest::said)
                .collect(Collectors.joining(" ")))
        .isEqualTo(words);
  }

  private static String said(Word word) {
    boolean named = !word.value().isEmpty();
    assertThat(named)
        .isEqualTo(
            !List.of(Kind.AND, Kind.OR, Kind.NOT, Kind.OPEN, Kind.CLOSE, Kind.UNKNOWN)
                .contains(word.kind()));
    return named ? word.value() : word.kind().name();
  }

  private static RuleSides sides(Policies policies, SchoolCode school, String rule) {
    return policies.sides(RuleOwner.of(school)).stream()
        .filter(sides -> sides.inForce().name().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
