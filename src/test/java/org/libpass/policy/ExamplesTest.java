package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.policy.Decision.Outcome;

@DisplayName("Examples beside the rules")
class ExamplesTest {

  private static final String GOOD =
      """
      - name: a
        question: Application
        given:
          Reader: { overdueItems: 1 }
        expect:
          outcome: refused
          reasons: [overdue]
          limits: { validDays: 3 }
      """;

  private static final CompiledRules RULES = Drafts.compiled(Drafts.ALLIANCE);

  private static List<ExampleResult> run(String... lines) {
    return Drafts.examples(Drafts.ALLIANCE, lines).run(RULES, Words.ANY);
  }

  private static ExampleResult expecting(String expected) {
    return run(GOOD.substring(0, GOOD.indexOf("expect:")) + "expect: { " + expected + " }").get(0);
  }

  @Test
  void holdsWhenAllOfItHolds() {
    assertThat(run(GOOD)).extracting(ExampleResult::passed).containsExactly(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome: granted",
        "outcome: referred",
        "reasons: []",
        "reasons: fine",
        "reasons: [overdue, fine]",
        "limits: { validDays: 4 }",
        "limits: { itemsAtDesk: 5 }",
        "limits: { noticeDaysBefore: 3 }",
        "limits: { noticeDaysBefore: [1, 3] }",
        "limits: { moveToNextOpenDay: true }",
        "outcome: refused, limits: { totalItems: 5, loanDays: 14 }",
      })
  void doesNotHoldWhenOnePartDoesNot(String expected) {
    assertThat(expecting(expected).passed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome: Refused",
        "結果: 不通過, 理由: overdue",
        "reasons: overdue",
        "reasons: [overdue, overdue]",
        "limits: { itemsAtDesk: none }",
        "額度: { 櫃台冊數: 不限 }",
        "limits: { noticeDaysBefore: [3, 1, 0], noticeEvery: ７ }",
        "limits: { moveToNextOpenDay: false }",
      })
  void saysTheSameInManyWays(String expected) {
    assertThat(expecting(expected).passed()).isTrue();
  }

  @Test
  void canBeWrittenInChinese() {
    List<ExampleResult> results =
        run(
            "- 例: 逾期",
            "  問: 申請",
            "  今天: 2026-11-23",
            "  已知:",
            "    讀者: { 逾期冊數: ２ }",
            "  應該:",
            "    結果: 不通過",
            "    理由: overdue",
            "    額度: { 使用天數: 3 }");

    assertThat(results).extracting(ExampleResult::passed).containsExactly(true);
  }

  @Test
  void tellsInBothLanguagesWhatCameOutInstead() {
    ExampleResult result = expecting("outcome: granted, reasons: [], limits: { validDays: 4 }");

    assertThat(result.expected().zh()).isEqualTo("通過；沒有理由；使用天數 4");
    assertThat(result.expected().en()).isEqualTo("granted; no reasons; Days to borrow: 4");
    int line = result.decision().reasons().get(0).line();
    assertThat(result.came().zh())
        .isEqualTo("不通過；overdue（規則「逾期未還」，alliance/policy.drl 第 " + line + " 行）；使用天數 3");
    assertThat(result.came().en())
        .isEqualTo(
            "refused; overdue (rule \"逾期未還\", alliance/policy.drl, line "
                + line
                + "); Days to borrow: 3");
    RulesError failure = result.failure(Drafts.ALLIANCE);
    assertThat(failure.line()).isEqualTo(1);
    assertThat(failure.zh()).contains("例子「a」", result.expected().zh(), result.came().zh());
    assertThat(failure.en()).contains("Example \"a\"", result.came().en());
  }

  @Test
  void happensOnItsDayOrOnAnOrdinaryOne() {
    CompiledRules rules =
        Drafts.school(
            Drafts.NTUT,
            "rule \"暑假\" when ReturnBy() Today( date >= 2026-07-01, date <= 2026-08-31 )",
            "then dates.notLaterThan(2026-09-15); end");
    String asked = "  question: ReturnBy\n";

    assertThat(
            Drafts.examples(
                    Drafts.NTUT,
                    "- name: a\n" + asked + "  today: 2026-07-01",
                    "  expect: { limits: { notLaterThan: 2026-09-15 } }",
                    "- name: b\n" + asked + "  expect: { limits: { notLaterThan: none } }",
                    "- name: c\n" + asked + "  today: 2026-08-31",
                    "  expect: { limits: { notLaterThan: none } }")
                .run(rules, Words.ANY))
        .extracting(ExampleResult::passed, result -> result.came().zh())
        .containsExactly(
            tuple(true, "不晚於 2026-09-15"), tuple(true, "不晚於 沒有訂"), tuple(false, "不晚於 2026-09-15"));
  }

  @Test
  void isNamedWithItsLineAndQuestion() {
    List<ExampleResult> results =
        run(
            "# 例子",
            "",
            GOOD,
            "- name: b",
            "  question: Review",
            "  expect: { limits: { reviewDays: 3 } }");

    assertThat(results)
        .extracting(
            ExampleResult::name,
            ExampleResult::line,
            ExampleResult::question,
            ExampleResult::passed)
        .containsExactly(tuple("a", 3, "Application", true), tuple("b", 12, "Review", false));
    assertThat(results.get(1).came().zh()).isEqualTo("審核天數 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# 還沒有例子\n", "\uFEFF# x\r\n"})
  void mayBeMissing(String text) {
    assertThat(run(text)).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        // not plain YAML
        arguments("tab", "- name: a\n\tquestion: Review", 2, "yaml-syntax"),
        arguments("open bracket", "- name: a\n  expect: { outcome: granted\n", 3, "yaml-syntax"),
        arguments("open quotation", "- name: \"a\n", 2, "yaml-syntax"),
        arguments("indentation", "- name: a\n   question: Review", 2, "yaml-syntax"),
        arguments("alias", GOOD + "- &a x\n- *a", 9, "yaml-plain"),
        arguments("anchor alone", "- name: &a x", 1, "yaml-plain"),
        arguments("class", "- !!javax.script.ScriptEngineManager [x]", 1, "yaml-plain"),
        arguments("class of a text", "- name: !!java.net.URL x", 1, "yaml-plain"),
        arguments("tag", "- name: !foo x", 1, "yaml-plain"),
        arguments("binary", "- !!binary aGk=", 1, "yaml-plain"),
        arguments("directive", "%YAML 1.1\n---\n" + GOOD, 1, "yaml-plain"),
        arguments("second document", GOOD + "---\n" + GOOD, 9, "yaml-plain"),
        arguments("deep", "- " + "[".repeat(50) + "]".repeat(50), 1, "yaml-deep"),
        arguments("very deep", "- {a: ".repeat(20_000).substring(0, 390), 1, "yaml-.*"),
        arguments("backslash", "- name: \"\\u0041\"", 1, "character"),
        arguments("right to left", GOOD + "# \u202e", 9, "character"),
        arguments("long line", "# " + "x".repeat(400), 1, "line-long"),
        arguments("long file", "# x\n".repeat(20_000), 1, "file-long"),
        arguments("merge key", "- name: a\n  <<: { question: Review }", 2, "example-part"),
        // not examples
        arguments("names instead of a list", "name: a", 1, "yaml-list"),
        arguments("text instead of a list", "a", 1, "yaml-list"),
        arguments("list of texts", "- a\n- b", 1, "yaml-names"),
        arguments("wide colon", "- 例：逾期", 1, "yaml-colon"),
        arguments(
            "wide colon below",
            GOOD + "- name: b\n  question: Review\n  expect:\n    結果：通過",
            12,
            "yaml-colon"),
        arguments("unknown part", GOOD + "  because: x", 9, "example-part"),
        arguments("a part of the other kind", "- name: a\n  outcome: granted", 2, "example-part"),
        arguments("part twice", GOOD + "  name: b", 9, "yaml-twice"),
        arguments("part twice in two languages", GOOD + "  例: b", 9, "yaml-twice"),
        arguments("a name that is a list", "- [a, b]: c", 1, "yaml-text"),
        arguments(
            "no name",
            "- question: Review\n  expect: { limits: { reviewDays: 2 } }",
            1,
            "example-lacks"),
        arguments("empty name", "- name:\n  question: Review", 1, "yaml-text"),
        arguments(
            "long name",
            "- name: " + "x".repeat(81) + "\n  question: Review\n  expect: {}",
            1,
            "example-name"),
        arguments("no question", "\n- name: a\n  expect: { outcome: granted }", 2, "example-lacks"),
        arguments("nothing expected", "- name: a\n  question: Review", 1, "example-lacks"),
        arguments(
            "expects emptiness",
            "- name: a\n  question: Review\n  expect: {}",
            3,
            "example-expects-nothing"),
        arguments("same name", GOOD + GOOD, 9, "example-same-name"),
        // the case
        arguments("unknown question", GOOD.replace("Application", "Applying"), 2, "case-question"),
        arguments("unknown fact", GOOD.replace("Reader", "Person"), 4, "case-fact"),
        arguments("fact of another question", GOOD.replace("Reader:", "Card:"), 4, "case-fact"),
        arguments("the figures as a fact", GOOD.replace("Reader:", "Limits:"), 4, "case-fact"),
        arguments("unknown field", GOOD.replace("overdueItems", "books"), 4, "case-field"),
        arguments(
            "field twice",
            GOOD.replace("overdueItems: 1", "overdueItems: 1, overdueItems: 2"),
            4,
            "yaml-twice"),
        arguments(
            "field twice in two languages",
            GOOD.replace("overdueItems: 1", "overdueItems: 1, 逾期冊數: 2"),
            4,
            "yaml-twice"),
        arguments("text for a number", GOOD.replace(": 1 }", ": many }"), 4, "case-number"),
        arguments("negative", GOOD.replace(": 1 }", ": -1 }"), 4, "case-number"),
        arguments("half a book", GOOD.replace(": 1 }", ": 1.5 }"), 4, "case-number"),
        arguments("huge", GOOD.replace(": 1 }", ": 10000 }"), 4, "case-number"),
        arguments("overflow", GOOD.replace(": 1 }", ": 99999999999 }"), 4, "case-number"),
        arguments(
            "octal is a number as it looks", GOOD.replace(": 1 }", ": 0x1 }"), 4, "case-number"),
        arguments("truth", GOOD.replace("overdueItems: 1", "suspended: maybe"), 4, "case-truth"),
        arguments(
            "unknown where it is known",
            GOOD.replace("overdueItems: 1", "suspended: unknown"),
            4,
            "case-known"),
        arguments("no value", GOOD.replace("overdueItems: 1", "overdueItems:"), 4, "yaml-text"),
        arguments("list for a value", GOOD.replace(": 1 }", ": [1] }"), 4, "yaml-text"),
        arguments(
            "long text",
            GOOD.replace("overdueItems: 1", "unit: " + "x".repeat(101)),
            4,
            "case-text"),
        arguments(
            "fact without fields", GOOD.replace("{ overdueItems: 1 }", "clean"), 4, "yaml-names"),
        arguments(
            "a word that nobody knows",
            GOOD.replace("overdueItems: 1", "identity: 院士"),
            4,
            "case-word"),
        arguments("no date", GOOD + "  today: tomorrow", 9, "case-date"),
        arguments("no such date", GOOD + "  today: 2026-02-30", 9, "case-date"),
        arguments("date far away", GOOD + "  today: +10000-01-01", 9, "case-date"),
        // what is expected
        arguments("outcome", GOOD.replace("refused", "no"), 6, "example-outcome"),
        arguments("reason in words", GOOD.replace("[overdue]", "有書逾期"), 7, "example-reason"),
        arguments("unknown figure", GOOD.replace("validDays", "days"), 8, "example-figure"),
        arguments(
            "figure twice",
            GOOD.replace("validDays: 3", "validDays: 3, validDays: 4"),
            8,
            "yaml-twice"),
        arguments(
            "figure twice in two languages",
            GOOD.replace("validDays: 3", "validDays: 3, 使用天數: 3"),
            8,
            "yaml-twice"),
        arguments(
            "list for one figure",
            GOOD.replace("validDays: 3", "validDays: [3, 4]"),
            8,
            "example-one-figure"),
        arguments("no figure", GOOD.replace("validDays: 3", "validDays: none"), 8, "case-number"),
        arguments(
            "outcome of a question of figures",
            "- name: a\n  question: Notice\n  expect:\n    outcome: granted",
            3,
            "example-figures-only"));
  }

  @ParameterizedTest(name = "{0}: line {2}, {3}")
  @MethodSource("wrong")
  void areRefusedWithTheirLine(String name, String text, int line, String keys) {
    RuleFileException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(
                RuleFileException.class,
                () -> Examples.read(Drafts.NTUT, text, Drafts.words(Drafts.NTUT))),
            name);

    assertThat(refusal.key()).matches(keys);
    assertThat(refusal.line()).isEqualTo(line);
    RulesError error = refusal.in("NTUT/tests.yaml");
    assertThat(error.zh()).isNotBlank().doesNotContainPattern("\\{\\d");
    assertThat(error.en()).isNotBlank().doesNotContainPattern("\\{\\d");
  }

  @ParameterizedTest
  @CsvSource({"100, ", "101, examples-many"})
  void areAHundredAtMost(int many, String key) {
    String text =
        IntStream.range(0, many)
            .mapToObj(
                i -> "- {name: n" + i + ", question: Review, expect: {limits: {reviewDays: 2}}}\n")
            .collect(Collectors.joining());
    RuleFileException refusal =
        catchThrowableOfType(
            RuleFileException.class,
            () -> Examples.read(Drafts.NTUT, text, Drafts.words(Drafts.NTUT)));

    assertThat(refusal == null ? null : refusal.key()).isEqualTo(key);
  }

  @Test
  void listTheReasonsOfOutcomesInBothLanguages() {
    for (Outcome outcome : Outcome.values()) {
      assertThat(Example.said(outcome).zh()).isNotEqualTo(Example.said(outcome).en());
    }
    assertThat(Figures.all())
        .allSatisfy(figure -> assertThat(figure.title().zh()).isNotEqualTo(figure.title().en()));
  }
}
