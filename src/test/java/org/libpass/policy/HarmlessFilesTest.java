package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.PRINTED_CARD;
import static org.libpass.policy.Cases.steve;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Lending;
import org.libpass.testing.ProjectFiles;

/**
 * The files in {@code src/test/resources/harmless} are taken, and come to no more than they may.
 */
@DisplayName("A rule file that only looks bad")
class HarmlessFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/harmless");

  /** A file and what its index says that it comes to. */
  record Taken(String file, String application, String lending) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Taken> files() {
    return RulesOnDisk.read(FOLDER.resolve("index.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .map(part -> new Taken(part[0], part[1], part[2]))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void staysWithinBounds(Taken taken) throws Exception {
    CompiledRules rules =
        Gate.compiled(Gate.school(ProjectFiles.bytes(FOLDER.resolve(taken.file() + ".drl"))));

    assertThat(
            said(rules.decide(WithinBounds.TODAY, new Application(), steve().now(), FREE_SCHOOL)))
        .isEqualTo(taken.application());
    assertThat(
            said(
                rules.decide(
                    WithinBounds.TODAY,
                    new Lending(),
                    steve().now(),
                    PRINTED_CARD,
                    new Item("圖書"))))
        .isEqualTo(taken.lending());
    WithinBounds.assertSame(rules);
    WithinBounds.assertWithin(rules.rules());
    assertThat(Canary.heard()).isEmpty();
  }

  private static String said(Decision decision) {
    String keys =
        decision.objections().stream().map(it -> ":" + it.key()).collect(Collectors.joining());
    return decision.outcome().name().toUpperCase(Locale.ROOT) + keys;
  }

  @Test
  void isInTheIndex() {
    assertThat(files())
        .extracting(file -> file.file() + ".drl")
        .containsExactlyInAnyOrderElementsOf(
            ProjectFiles.below(FOLDER, ".drl").stream()
                .map(file -> file.getFileName().toString())
                .toList());
  }
}
