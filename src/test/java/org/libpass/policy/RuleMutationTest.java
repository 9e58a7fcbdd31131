package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;

/**
 * Good rule files with a few tokens changed. What is still taken decides every case within bounds
 * and as it is written; what is not says why and where; nothing else comes out, and nothing runs.
 */
@DisplayName("A rule file with a few tokens changed")
class RuleMutationTest {

  private static final long SEED = 20261123;
  private static final int COUNT = Boolean.getBoolean("libpass.long") ? 20_000 : 300;

  private static final Path EVERY_WORD = Path.of("src/test/resources/rules/every-word.drl");
  private static final Path EVERY_WORD_ZH = Path.of("src/test/resources/rules/every-word-zh.drl");

  /** A good file. */
  private record Seedling(boolean alliance, RuleMutant file) {

    static Seedling of(Path file) {
      return new Seedling(
          file.getParent().endsWith("alliance"), RuleMutant.of(RulesOnDisk.read(file)));
    }

    RuleSet read(String text) throws RuleFileException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return alliance ? Gate.alliance(bytes) : Gate.school(bytes);
    }
  }

  private static final List<Seedling> GOOD =
      List.of(
          Seedling.of(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl")),
          Seedling.of(RulesOnDisk.PRODUCT.resolve("NTUT/policy.drl")),
          Seedling.of(RulesOnDisk.PRODUCT.resolve("CUTE/policy.drl")),
          Seedling.of(EVERY_WORD),
          Seedling.of(EVERY_WORD_ZH));

  /** So many of those that are taken are compiled by themselves, to be sure of the others. */
  private static final int WHOLE = 25;

  private final Set<Looks> known = new HashSet<>();
  private final List<Rule> changed = new ArrayList<>();
  private final RuleSet floor;
  private int accepted;
  private int refused;

  RuleMutationTest() throws RuleFileException {
    floor = GOOD.get(0).read(GOOD.get(0).file().toString());
  }

  /** What the compiler gets of a rule. */
  private record Looks(Asked asked, List<Rule.Look> looks) {
    static Looks of(Rule rule) {
      return new Looks(rule.asked(), rule.looks());
    }
  }

  @Test
  void isTakenAsItStandsOrRefusedWithAReason() throws RuleFileException {
    for (Seedling good : GOOD) {
      decide(good.read(good.file().toString()));
    }
    decideChanged();
    int before = known.size();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < COUNT; round++) {
      Seedling good = GOOD.get(random.nextInt(GOOD.size()));
      RuleMutant other = GOOD.get(random.nextInt(GOOD.size())).file();
      String mutant = good.file().mutated(other, random);
      try {
        judge(good, mutant);
      } catch (Exception | Error wrong) {
        throw new AssertionError("seed " + SEED + ", round " + round + "\n" + mutant, wrong);
      }
    }
    decideChanged();
    System.out.printf(
        "%d mutants (seed %d): %d refused, %d taken, %d rules compiled that were not there before%n",
        COUNT, SEED, refused, accepted, known.size() - before);
    assertThat(refused).isGreaterThan(COUNT / 2);
    assertThat(accepted).isGreaterThan(COUNT / 10);
    assertThat(known.size() - before).isGreaterThan(COUNT / 50);
  }

  private void judge(Seedling good, String mutant) {
    try {
      RuleSet rules = good.read(mutant);
      accepted++;
      decide(rules);
      if (accepted % WHOLE == 1) {
        WithinBounds.assertSame(Gate.compiled(rules));
      }
    } catch (RuleFileException refusal) {
      refused++;
      assertExplained(refusal, mutant);
    }
    assertThat(Canary.heard()).isEmpty();
  }

  private void decide(RuleSet rules) {
    WithinBounds.assertWithin(rules);
    rules.rules().stream().filter(rule -> known.add(Looks.of(rule))).forEach(changed::add);
    if (changed.size() > 100) {
      decideChanged();
    }
  }

  /**
   * Compiling is the slow part, so rules of many files are compiled together; each tells when it
   * holds and when it is left open, and outweighs no other.
   */
  private void decideChanged() {
    List<Rule> telling = changed.stream().map(RuleMutationTest::telling).toList();
    changed.clear();
    WithinBounds.assertSame(Gate.compiled(new RuleSet(floor.version(), telling, floor.always())));
  }

  private static Rule telling(Rule rule) {
    return new Rule(
        rule.name(),
        rule.alliance(),
        rule.locked(),
        rule.file(),
        rule.line(),
        rule.asked(),
        rule.looks(),
        rule.asked().decides()
            ? List.of(new Verb.Call(Verb.REFER, List.of("overdue"), List.of()))
            : rule.calls(),
        rule.text(),
        rule.warnings());
  }

  private static void assertExplained(RuleFileException refusal, String mutant) {
    RulesError error = refusal.in("NTUT/policy.drl");
    assertThat(error.line()).isBetween(1, 1 + (int) mutant.chars().filter(c -> c == '\n').count());
    assertThat(error.zh()).containsPattern("\\p{IsHan}").doesNotContainPattern("\\{\\d");
    assertThat(error.en()).containsPattern("[a-z]{2}").doesNotContainPattern("\\{\\d");
  }

  @Test
  void hasEveryWordToBeginWith() throws RuleFileException {
    Gate.school(RulesOnDisk.read(EVERY_WORD).getBytes(StandardCharsets.UTF_8));
    Gate.school(RulesOnDisk.read(EVERY_WORD_ZH).getBytes(StandardCharsets.UTF_8));
    for (Name name : vocabulary()) {
      assertThat(RulesOnDisk.read(EVERY_WORD)).contains(name.en());
      assertThat(RulesOnDisk.read(EVERY_WORD_ZH)).contains(name.zh());
    }
  }

  /** What a school may write. */
  private static List<Name> vocabulary() {
    List<Name> names = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      if (!verb.allianceOnly()) {
        names.add(verb.named());
      }
    }
    for (Asked asked : Asked.values()) {
      if (asked != Asked.REVIEW) {
        names.add(asked.named());
        for (Fact fact : asked.facts().values()) {
          names.add(fact.named());
          fact.fields().values().forEach(field -> names.add(field.named()));
        }
      }
    }
    return names;
  }
}
