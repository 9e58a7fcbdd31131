package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Good files of words and examples with a few tokens changed: taken, or refused with a reason and a
 * line; nothing else comes out, and nothing is made of what they name.
 */
@DisplayName("A file of words or examples with a few tokens changed")
class YamlMutationTest {

  private static final long SEED = 20261124;
  private static final int COUNT = Boolean.getBoolean("libpass.long") ? 200_000 : 3_000;

  /** A good file. */
  private record Seedling(String name, RuleMutant file) {

    static Seedling of(String folder, String name) {
      return new Seedling(
          name,
          RuleMutant.ofYaml(RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve(folder).resolve(name))));
    }
  }

  private static final List<Seedling> GOOD =
      List.of(
          Seedling.of("NTUT", OwnRules.WORDS),
          Seedling.of("LHU", OwnRules.WORDS),
          Seedling.of("alliance", OwnRules.EXAMPLES),
          Seedling.of("NTUT", OwnRules.EXAMPLES),
          Seedling.of("CUTE", OwnRules.EXAMPLES));

  private int accepted;
  private int refused;

  @Test
  void isTakenOrRefusedWithAReason() throws Exception {
    CompiledRules rules = Gate.compiled(Gate.school(new byte[0]));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < COUNT; round++) {
      Seedling good = GOOD.get(random.nextInt(GOOD.size()));
      String mutant = good.file().mutated(GOOD.get(random.nextInt(GOOD.size())).file(), random);
      try {
        judge(good.name(), mutant, rules);
      } catch (Exception | Error wrong) {
        throw new AssertionError("seed " + SEED + ", round " + round + "\n" + mutant, wrong);
      }
    }
    System.out.printf(
        "%d mutants (seed %d): %d refused, %d taken%n", COUNT, SEED, refused, accepted);
    assertThat(refused).isGreaterThan(COUNT / 10);
    assertThat(accepted).isGreaterThan(COUNT / 10);
    assertThat(Canary.heard()).isEmpty();
  }

  private void judge(String name, String mutant, CompiledRules rules) {
    try {
      String text = Gate.scanned(mutant.getBytes(StandardCharsets.UTF_8));
      if (name.equals(OwnRules.WORDS)) {
        Gate.ALLIANCE_WORDS.ofSchool(text);
      } else {
        Examples examples =
            Examples.read(RuleOwner.of(RulesOnDisk.NTUT), text, Gate.ALLIANCE_WORDS);
        assertThat(examples.run(rules, Gate.ALLIANCE_WORDS)).hasSameSizeAs(examples.all());
      }
      accepted++;
    } catch (RuleFileException refusal) {
      refused++;
      RulesError error = refusal.in("NTUT/" + name);
      assertThat(error.line())
          .isBetween(1, 1 + (int) mutant.chars().filter(c -> c == '\n').count());
      assertThat(error.zh()).containsPattern("\\p{IsHan}").doesNotContainPattern("\\{\\d");
      assertThat(error.en()).containsPattern("[a-z]{2}").doesNotContainPattern("\\{\\d");
    }
  }
}
