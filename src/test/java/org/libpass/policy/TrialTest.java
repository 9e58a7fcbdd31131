package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.Explained.Because;

@DisplayName("A case tried on a draft")
class TrialTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final CompiledRules DRAFT =
      Drafts.school(
          Drafts.NTUT,
          "rule \"使用天數\" when Application() then limits.validDays(5); end",
          "rule \"教師天數\" when Application() Reader( identity == \"專任教師\" )",
          "then limits.validDays(9); end",
          "rule \"櫃台\" when Lending() Reader( identity == \"專任教師\" )",
          "then limits.itemsAtDesk(2); end");

  private static Tried typed(String question, Map<String, Map<String, String>> facts) {
    return Trial.typed(DRAFT, Words.ANY, Drafts.NTUT, TODAY, question, facts);
  }

  private static Explained explained(String question, Map<String, Map<String, String>> facts) {
    Tried tried = typed(question, facts);
    assertThat(tried.mistakes()).isEmpty();
    return Objects.requireNonNull(tried.explained());
  }

  @Test
  void tellsTheRuleBehindEachReason() {
    Explained explained =
        explained(
            "Application",
            Map.of("Reader", Map.of("overdueItems", "2", "owesFine", "unknown", "identity", "學生")));

    assertThat(explained.decision().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(explained.reasons())
        .extracting(because -> because.reason().key(), because -> because.rule().name())
        .containsExactly(tuple("overdue", "逾期未還"));
    Because because = explained.reasons().get(0);
    assertThat(because.rule().file()).isEqualTo("alliance/policy.drl");
    assertThat(because.rule().line()).isEqualTo(because.reason().line());
    assertThat(because.rule().text()).startsWith("rule \"逾期未還\"").contains("overdueItems > 0");
  }

  @Test
  void tellsTheRuleBehindEachFigure() {
    Explained teacher = explained("Application", Map.of("Reader", Map.of("identity", "專任教師")));
    Explained student = explained("Application", Map.of("Reader", Map.of("identity", "學生")));

    assertThat(teacher.figures())
        .extracting(Explained.Figure::name, f -> f.value().zh(), f -> name(f))
        .containsExactly(
            tuple("openCardsPerSchool", "50", "每校張數"),
            tuple("openCardsPerReader", "1", "每人張數"),
            tuple("validDays", "9", "教師天數"),
            tuple("totalItems", "5", "總冊數"));
    assertThat(student.figures())
        .extracting(Explained.Figure::name, f -> name(f))
        .contains(tuple("validDays", "使用天數"));
    RuleText rule = Objects.requireNonNull(teacher.figures().get(2).rule());
    assertThat(rule.file()).isEqualTo("NTUT/policy.drl");
    assertThat(rule.line()).isEqualTo(2);
  }

  private static String name(Explained.Figure figure) {
    return figure.rule() == null ? "" : figure.rule().name();
  }

  @Test
  void tellsThatNoRuleSetsAFigure() {
    Explained student =
        explained("Lending", Map.of("Reader", Map.of("identity", "學生"), "Card", Map.of()));
    Explained teacher = explained("Lending", Map.of("Reader", Map.of("identity", "專任教師")));

    assertThat(student.figures())
        .filteredOn(figure -> figure.name().equals("itemsAtDesk"))
        .extracting(f -> f.value().zh(), Explained.Figure::rule)
        .containsExactly(tuple("沒有訂", null));
    assertThat(teacher.figures())
        .filteredOn(figure -> figure.name().equals("itemsAtDesk"))
        .extracting(f -> f.value().en(), TrialTest::name)
        .containsExactly(tuple("2", "櫃台"));
  }

  @Test
  void tellsEveryMistakeWithItsField() {
    Tried tried =
        typed(
            "Application",
            new TreeMap<>(
                Map.of(
                    "Reader",
                    new TreeMap<>(
                        Map.of("overdueItems", "很多", "suspended", "unknown", "identity", "學生")),
                    "School",
                    Map.of("openCards", "", "colour", "green"),
                    "Card",
                    Map.of("printed", "true"))));

    assertThat(tried.explained()).isNull();
    assertThat(tried.mistakes())
        .extracting(Tried.Mistake::fact, Tried.Mistake::field)
        .containsExactly(
            tuple("Card", null),
            tuple("Reader", "overdueItems"),
            tuple("Reader", "suspended"),
            tuple("School", "colour"));
    assertThat(tried.mistakes().get(1).sentence())
        .isEqualTo(
            new Wording(
                "讀者的逾期冊數要寫 0 到 9999 的整數，不能是「很多」。",
                "Reader.overdueItems must be a whole number from 0 to 9999, not \"很多\"."));
  }

  @Test
  void isAsCleanAsTheFormSaysWhereNothingIsTyped() {
    for (CaseForm form : CaseForm.all(Drafts.NTUT, TODAY)) {
      Map<String, Map<String, String>> typed =
          form.facts().stream()
              .collect(
                  Collectors.toMap(
                      CaseForm.Fact::name,
                      fact ->
                          fact.fields().stream()
                              .collect(
                                  Collectors.toMap(CaseForm.Field::name, CaseForm.Field::clean))));
      assertThat(explained(form.question(), typed).decision())
          .as(form.question())
          .isEqualTo(explained(form.question(), Map.of()).decision());
    }
  }

  @Test
  void hasAQuestion() {
    assertThatThrownBy(() -> typed("Weather", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
