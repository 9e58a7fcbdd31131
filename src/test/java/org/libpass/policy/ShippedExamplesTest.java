package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.DrlWriter.Told;

@DisplayName("The examples that ship")
class ShippedExamplesTest {

  /** It looks at a figure that only a school sets. */
  private static final String DESK_FULL = "本館冊數已滿";

  static Stream<RuleOwner> owners() {
    return Stream.of(Drafts.ALLIANCE, Drafts.NTUT, Drafts.CUTE);
  }

  @ParameterizedTest
  @MethodSource("owners")
  void hold(RuleOwner owner) {
    assertThat(failures(shipped(owner), Drafts.compiled(owner))).isEmpty();
    assertThat(shipped(owner).all()).isNotEmpty();
  }

  static Stream<String> allianceRules() {
    return Drafts.rules(Drafts.ALLIANCE).stream()
        .map(Rule::name)
        .filter(name -> !name.equals(DESK_FULL));
  }

  @ParameterizedTest
  @MethodSource
  void allianceRules(String name) {
    assertThat(guarded(shipped(Drafts.ALLIANCE), Drafts.compiled(Drafts.ALLIANCE), name))
        .as("an example of the alliance does not hold without " + name)
        .isTrue();
  }

  @Test
  void theRuleThatWaitsForASchoolsFigureIsGuardedThere() {
    Examples examples =
        Drafts.examples(
            Drafts.NTUT,
            "- 例: 櫃台兩冊",
            "  問: 借書",
            "  已知: { 借書證: { 本館未還冊數: 2 } }",
            "  應該: { 結果: 不通過, 理由: desk-full }");
    CompiledRules rules =
        Drafts.school(Drafts.NTUT, "rule \"櫃台冊數\" when Lending() then limits.itemsAtDesk(2); end");

    assertThat(failures(examples, rules)).isEmpty();
    assertThat(guarded(examples, rules, DESK_FULL)).isTrue();
  }

  static Stream<Arguments> schoolRules() {
    return Stream.of(Drafts.NTUT, Drafts.CUTE)
        .flatMap(
            school -> Drafts.rules(school).stream().map(rule -> arguments(school, rule.name())));
  }

  @ParameterizedTest
  @MethodSource
  void schoolRules(RuleOwner school, String name) throws RuleFileException {
    RuleSet without =
        Drafts.merged(
            school, Drafts.rules(school).stream().filter(one -> !one.name().equals(name)).toList());

    assertThat(failsNow(shipped(school), Drafts.compiled(school), Drafts.compiled(without)))
        .as("an example of %s does not hold without %s", school, name)
        .isTrue();
  }

  private static Examples shipped(RuleOwner owner) {
    return Drafts.examples(owner, Drafts.product(owner).examples());
  }

  private static List<String> failures(Examples examples, CompiledRules rules) {
    return examples.run(rules, Drafts.words(examples.owner())).stream()
        .filter(result -> !result.passed())
        .map(result -> result.failure(examples.owner()).toString())
        .toList();
  }

  private static boolean failsNow(Examples examples, CompiledRules before, CompiledRules now) {
    return !failures(examples, before).containsAll(failures(examples, now));
  }

  /** Whether the rules are refused, or an example does not hold, once this rule says nothing. */
  private static boolean guarded(Examples examples, CompiledRules rules, String name) {
    List<Rule> left =
        rules.rules().rules().stream().filter(rule -> !rule.name().equals(name)).toList();
    RuleSet without;
    try {
      without = RuleSet.merge(rules.rules().version(), left, List.of());
    } catch (RuleFileException e) {
      return true;
    }
    // Compiled as before, so that only what the rule says is gone and nothing is compiled again.
    List<Told> told = new ArrayList<>();
    for (Told one : rules.told()) {
      told.add(one.rule().name().equals(name) ? new Told(silent(one.rule()), null) : one);
    }
    return failsNow(examples, rules, new CompiledRules(without, told, rules.base()));
  }

  private static Rule silent(Rule rule) {
    return new Rule(
        rule.name(),
        rule.alliance(),
        rule.locked(),
        rule.file(),
        rule.line(),
        rule.asked(),
        rule.looks(),
        List.of(),
        rule.text(),
        rule.warnings());
  }
}
