package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.facts.Application;
import org.libpass.testing.Databases;
import org.libpass.testing.Databases.Database;

@DisplayName("Of many who publish at once")
class PublishingAtOnceTest {

  private static final int AUTHORS = 8;

  @TempDir Path directory;

  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of("H2", Databases.h2()), Arguments.of("PostgreSQL", Databases.postgres()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("databases")
  void onePublishesAndTheOthersAreShownIt(String kind, Database database) throws Exception {
    PolicyTables tables = new PolicyTables(database);
    RuleOwner owner = RuleOwner.of(RulesOnDisk.NTUT);
    new RulesOnDisk(directory);
    List<PolicyNode> nodes = new ArrayList<>();
    for (int author = 0; author < AUTHORS; author++) {
      nodes.add(new PolicyNode(tables, directory, RulesOnDisk.NOW));
    }
    nodes.get(0).disk().start();
    ExecutorService threads = Executors.newFixedThreadPool(AUTHORS);
    try {
      List<Future<Published>> answers = new ArrayList<>();
      for (int author = 0; author < AUTHORS; author++) {
        Workbench workbench = nodes.get(author).workbench();
        Proposal proposal = proposal(owner, author + 1);
        answers.add(threads.submit(() -> workbench.publish(proposal)));
      }
      int done = 0;
      for (Future<Published> answer : answers) {
        Published published = answer.get();
        done += published instanceof Published.Done ? 1 : 0;
        assertThat(published).isInstanceOfAny(Published.Done.class, Published.Overtaken.class);
      }
      assertThat(done).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    RuleVersion live = tables.versions.of(owner).get(0);
    assertThat(live.number()).isEqualTo(1);
    assertThat(nodes)
        .allSatisfy(
            node ->
                assertThat(
                        "a"
                            + node.policies()
                                .limits(RulesOnDisk.NTUT, new Application())
                                .validDays())
                    .isEqualTo(live.author()));
  }

  private static Proposal proposal(RuleOwner owner, int days) {
    String rule = "rule \"使用天數\" when Application() then limits.validDays(" + days + "); end";
    return new Proposal(owner, new RuleTexts(rule, "", ""), 0, "a" + days, "同時", null);
  }
}
