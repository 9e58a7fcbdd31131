package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.testing.ProjectFiles;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;

/**
 * The files in {@code src/test/resources/hostile-yaml} are refused where and why its index says,
 * and no class that they name has been made.
 */
@DisplayName("A hostile file of words or examples")
class HostileYamlTest {

  private static final Path FOLDER = Path.of("src/test/resources/hostile-yaml");

  /** A file, and what must be said of it. */
  record Sample(String name, int line, String key) {

    byte[] bytes() {
      return ProjectFiles.bytes(FOLDER.resolve(name + ".yaml"));
    }

    String file() {
      return name.startsWith("words/") ? OwnRules.WORDS : OwnRules.EXAMPLES;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> files() {
    return RulesOnDisk.read(FOLDER.resolve("index.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .map(part -> new Sample(part[0], Integer.parseInt(part[1]), part[2]))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefused(Sample file) {
    Throwable thrown = catchThrowable(() -> read(file));

    assertThat(thrown).as("refusal of %s", file).isInstanceOf(RuleFileException.class);
    RuleFileException refusal = (RuleFileException) thrown;
    RulesError error = refusal.in("NTUT/" + file.file());
    assertThat(refusal.key() + " on line " + error.line())
        .as(error.en())
        .isEqualTo(file.key() + " on line " + file.line());
    assertThat(error.zh()).containsPattern("\\p{IsHan}").doesNotContainPattern("\\{\\d");
    assertThat(error.en()).containsPattern("[a-z]{2}").doesNotContainPattern("\\{\\d");
    assertThat(Gate.said(file.file(), file.bytes())).startsWith(error);
    assertThat(Canary.heard()).isEmpty();
  }

  private static void read(Sample file) throws RuleFileException {
    String text = Gate.scanned(file.bytes());
    if (file.file().equals(OwnRules.WORDS)) {
      Gate.ALLIANCE_WORDS.ofSchool(text);
    } else {
      Examples.read(RuleOwner.of(RulesOnDisk.NTUT), text, Gate.ALLIANCE_WORDS);
    }
  }

  @Test
  void isInTheIndex() {
    assertThat(files())
        .extracting(file -> file.name() + ".yaml")
        .containsExactlyInAnyOrderElementsOf(
            ProjectFiles.below(FOLDER, ".yaml").stream()
                .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                .toList());
  }

  /** Read as any YAML may be, by a reader that makes what it is told to make. */
  @Test
  void isHeardWithoutTheGate() {
    LoaderOptions careless = new LoaderOptions();
    careless.setTagInspector(tag -> true);
    String text = RulesOnDisk.read(FOLDER.resolve("words/object.yaml"));

    new Yaml(new Constructor(Object.class, careless)).load(new StringReader(text));

    assertThat(Canary.heard()).containsExactly("object");
  }
}
