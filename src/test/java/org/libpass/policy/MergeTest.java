package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A school's rules on top of an alliance that changed since")
class MergeTest {

  private static final RulesVersion VERSION = new RulesVersion(1, "NTUT", 1, "0".repeat(64));

  private static final String ALLIANCE =
      RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl"));

  private static final String GOOD =
      """
      規則「總冊數」 當 申請（） 則 額度.總冊數（6）； 完
      """;

  static Stream<Arguments> impossible() {
    return Stream.of(
        arguments("locked since", "規則「停權中」 當 申請（） 則 決定.同意（）； 完", "locked", "停權中"),
        arguments(
            "asks another question", "規則「逾期未還」 當 借書（） 則 決定.同意（）； 完", "other-question", "逾期未還"),
        arguments(
            "took the only figure",
            "規則「使用天數」 當 申請（） 讀者（ 停權中 ） 則 額度.使用天數（2）； 完",
            "figure-missing",
            "使用天數"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void loseTheRuleAndNothingElse(String name, String rule, String key, String alliances)
      throws RuleFileException {
    List<String> leftOut = new ArrayList<>();
    List<Rule> school = read(false, rule + "\n" + GOOD);

    RuleSet merged =
        RuleSet.mergeLeniently(
            VERSION,
            read(true, ALLIANCE),
            school,
            wrong -> leftOut.add(wrong.line() + " " + wrong.key()));

    assertThat(leftOut).containsExactly("1 " + key);
    assertThat(merged.limits().totalItems()).isEqualTo(6);
    assertThat(merged.limits().validDays()).isEqualTo(3);
    assertThat(merged.rules())
        .filteredOn(it -> it.name().equals(alliances))
        .singleElement()
        .satisfies(it -> assertThat(it.alliance()).isTrue());
    RuleFileException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(
                RuleFileException.class,
                () -> RuleSet.merge(VERSION, read(true, ALLIANCE), school)));
    assertThat(refusal.key()).as("such a text is not published").isEqualTo(key);
  }

  @Test
  void loseEachRuleThatTookAFigureWithAnother() throws RuleFileException {
    String merged =
        """
        rule "兩個" when Application() then limits.validDays(3); limits.totalItems(5); end
        """;
    String alliance = ALLIANCE.replaceAll("(?s)rule \"(使用天數|總冊數)\".*?\nend\n", "") + "\n" + merged;
    List<String> leftOut = new ArrayList<>();

    RuleSet rules =
        RuleSet.mergeLeniently(
            VERSION,
            read(true, alliance),
            read(false, "rule \"兩個\" when Application() then limits.validDays(2); end"),
            wrong -> leftOut.add(wrong.in("x").zh()));

    assertThat(leftOut).singleElement().asString().contains("額度.總冊數", "申請");
    assertThat(rules.limits().validDays()).isEqualTo(3);
  }

  @Test
  void cannotStandOnAnAllianceWithoutAnAnswer() throws RuleFileException {
    List<Rule> incomplete = read(true, ALLIANCE.replaceAll("(?s)rule \"候補\".*?\nend\n", ""));

    assertThatThrownBy(() -> RuleSet.merge(VERSION, incomplete, List.of()))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("waiting.offerHours");
    assertThatThrownBy(
            () -> RuleSet.mergeLeniently(VERSION, incomplete, read(false, GOOD), wrong -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void loseWhatCannotBeReadAnyMore() throws RuleFileException {
    List<String> leftOut = new ArrayList<>();
    String text =
        GOOD
            + """
            規則「門神」 當 申請（） 讀者（ 身分 == 「門神」 ） 則 決定.同意（）； 完
            規則「久」 當 申請（） 則 額度.使用天數（99）； 完
            規則「久」 當 申請（） 則 決定.同意（）； 完
            """;

    List<Rule> rules =
        RuleReader.readLeniently(
            false,
            "NTUT/policy.drl",
            text,
            Words.ofAlliance("identities: {職員: Staff member}"),
            wrong -> leftOut.add(wrong.line() + " " + wrong.key()));

    assertThat(rules).extracting(Rule::name).containsExactly("總冊數");
    assertThat(leftOut).containsExactly("2 word-unknown", "3 range", "4 same-name");
  }

  private static List<Rule> read(boolean alliance, String text) throws RuleFileException {
    return RuleReader.read(alliance, "x", text, Words.ANY);
  }
}
