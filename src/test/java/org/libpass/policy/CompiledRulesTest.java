package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.PRINTED_CARD;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.CUTE;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;

class CompiledRulesTest {

  @TempDir Path directory;

  /**
   * A field whose name is a word of the compiler's would pass the gate and then break the build.
   */
  @Test
  void everyFieldOfEveryFactCanBeLookedAt() {
    StringBuilder rules = new StringBuilder();
    for (Asked asked : Asked.values()) {
      if (!asked.decides()) {
        continue;
      }
      for (Fact fact : asked.facts().values()) {
        for (Field field : fact.fields().values()) {
          rules
              .append("rule \"" + asked.word() + fact.name() + field.name() + "\" when ")
              .append(asked.word() + "() " + fact.name() + "( " + field.name() + " == ")
              .append(
                  switch (field.type()) {
                    case NUMBER -> "-1";
                    case TRUTH -> "true";
                    case TEXT -> "\"x\"";
                    case DATE -> "2026-01-08";
                  })
              .append(" ) then decision.refer(\"t\", \"試\", \"test\"); end\n");
        }
      }
    }

    Policies policies = new RulesOnDisk(directory).allianceAlso(rules.toString()).start();

    assertThat(policies.decide(NTUT, new Application(), steve().now(), FREE_SCHOOL).reasons())
        .extracting(Reason::rule)
        .containsExactly("ApplicationReaderactivated");
  }

  @Test
  void acaseWithoutAFactThatRulesRelyOnIsNotDecided() {
    Policies policies = RulesOnDisk.product();

    assertThatThrownBy(() -> policies.decide(NTUT, new Application(), steve().now()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("School");
    assertThatThrownBy(
            () ->
                policies.decide(
                    NTUT, new Application(), steve().now(), FREE_SCHOOL, new Item("DVD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyThreadsGetEachTheirOwnAnswerWhileFilesChange() throws Exception {
    RulesOnDisk disk =
        new RulesOnDisk(directory)
            .school(NTUT, "rule \"使用天數\" when Application() then limits.validDays(5); end");
    Policies policies = disk.start();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int overdue = thread % 3;
        Callable<Integer> work = () -> wrongAnswers(policies, overdue);
        wrong.add(threads.submit(work));
      }
      for (int change = 0; change < 4; change++) {
        disk.school(
            NTUT,
            "// " + change,
            "rule \"使用天數\" when Application() then limits.validDays("
                + (5 + change % 2)
                + "); end");
        disk.settle();
      }
      for (Future<Integer> one : wrong) {
        assertThat(one.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int wrongAnswers(Policies policies, int overdue) {
    int wrong = 0;
    for (int i = 0; i < 500; i++) {
      Decision decision =
          policies.decide(
              NTUT, new Application(), steve().overdueItems(overdue).now(), FREE_SCHOOL);
      Outcome expected = overdue == 0 ? Outcome.GRANTED : Outcome.REFUSED;
      int days = decision.limits().validDays();
      if (decision.outcome() != expected
          || decision.reasons().size() != Math.min(1, overdue)
          || (days != 5 && days != 6)) {
        wrong++;
      }
      Decision lending = policies.decide(CUTE, new Lending(), steve().now(), PRINTED_CARD);
      if (lending.outcome() != Outcome.GRANTED) {
        wrong++;
      }
    }
    return wrong;
  }
}
