package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.RulesOnDisk.CUTE;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.SecondOpinion.Opinion;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Lending;

@DisplayName("The policy in plain Java that the benchmark compares with")
class PlainPolicyTest {

  private static Policies policies;

  @BeforeAll
  static void rules() {
    policies = RulesOnDisk.product();
  }

  private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);

  private void same(Decision plain, Decision ruled) {
    assertThat(Opinion.of(plain)).isEqualTo(Opinion.of(ruled));
    outcomes.add(ruled.outcome());
  }

  @Test
  void activatesAlike() {
    PlainCases.READERS.forEach(
        reader ->
            same(PlainPolicy.activation(reader), policies.decide(NTUT, new Activation(), reader)));
    assertThat(outcomes).contains(Outcome.GRANTED, Outcome.REFERRED);
  }

  @Test
  void appliesAlike() {
    PlainCases.applications(
        (reader, school) ->
            same(
                PlainPolicy.application(reader, school),
                policies.decide(NTUT, new Application(), reader, school)));
    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
  }

  @Test
  void lendsAlike() {
    PlainCases.lendings(
        (reader, card) ->
            same(
                PlainPolicy.lending(reader, card),
                policies.decide(CUTE, new Lending(), reader, card)));
    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
  }
}
