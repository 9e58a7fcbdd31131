package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code src/test/resources/hostile} is refused where and why its index says, as a
 * school's file and as the alliance's, and nothing in it has run. That the canary can be heard is
 * shown by {@link CanaryTest}.
 */
@DisplayName("A hostile rule file")
class HostileFilesTest {

  static List<HostileFile> files() {
    return HostileFile.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefused(HostileFile file) {
    RuleFileException refusal =
        refusal(file, catchThrowable(() -> Gate.compiled(Gate.school(file.bytes()))));
    assertThat(Gate.said(OwnRules.RULES, file.bytes())).startsWith(refusal.in("NTUT/policy.drl"));
    if (!file.schoolOnly()) {
      refusal(file, catchThrowable(() -> Gate.compiled(Gate.alliance(file.bytes()))));
    }
    assertThat(Canary.heard()).isEmpty();
  }

  private static RuleFileException refusal(HostileFile file, Throwable thrown) {
    assertThat(thrown).as("refusal of %s", file).isInstanceOf(RuleFileException.class);
    RuleFileException refusal = (RuleFileException) thrown;
    RulesError error = refusal.in("NTUT/policy.drl");
    assertThat(refusal.key() + " on line " + error.line())
        .as(error.en())
        .isEqualTo(file.key() + " on line " + file.line());
    assertThat(error.line()).isBetween(1, file.lines());
    assertThat(error.zh()).containsPattern("\\p{IsHan}").doesNotContainPattern("\\{\\d");
    assertThat(error.en()).containsPattern("[a-z]{2}").doesNotContainPattern("\\{\\d");
    assertThat(error.zh().length() + error.en().length()).isLessThan(2000);
    return refusal;
  }

  @Test
  void isInTheIndex() {
    assertThat(files())
        .extracting(HostileFile::name)
        .containsExactlyInAnyOrderElementsOf(HostileFile.present());
    assertThat(files()).hasSizeGreaterThan(300);
  }

  @AfterAll
  static void nothingHasRun() {
    assertThat(Canary.heard()).isEmpty();
  }
}
