package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.testing.ProjectFiles;

@DisplayName("What the compiler gets")
class DrlWriterTest {

  private static final Path RULES = Path.of("src/test/resources/rules");

  @ParameterizedTest
  @ValueSource(strings = {"every-word.drl", "every-word-zh.drl"})
  void isPlainAsciiWhateverTheMachinesEncoding(String file) throws RuleFileException {
    String written = written(ProjectFiles.bytes(RULES.resolve(file)));

    assertThat(written).matches("\\p{ASCII}*").contains("department", "\\u5716\\u66f8\\u9928");
  }

  /** The compiler's time triples with each bracket inside another, from the eighth on. */
  @Test
  void hasFewBracketsInsideOthers() throws RuleFileException {
    for (String file : WorstFiles.all().values()) {
      String written = written(file.getBytes(StandardCharsets.UTF_8));

      assertThat(depth(written)).isLessThan(8);
    }
  }

  @Test
  void hasNoBracketsInASum() throws RuleFileException {
    String rule =
        "rule \"甲\" when Application() Reader( openCards * 2 + 3 - revokedCardsWithLoans * 4 > 1 + 2 )"
            + " then decision.grant(); end";

    assertThat(written(rule.getBytes(StandardCharsets.UTF_8)))
        .contains(
            "( 1L * openCards * 1L * 2 + 1L * 3 - 1L * revokedCardsWithLoans * 1L * 4 > 1L * 1 + 1L * 2 )");
  }

  private static String written(byte[] file) throws RuleFileException {
    return DrlWriter.write(Gate.school(file).rules()).text();
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (char sign : text.replaceAll("\"[^\"]*\"", "").toCharArray()) {
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
