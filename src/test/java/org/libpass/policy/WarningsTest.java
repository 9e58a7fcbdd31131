package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.testing.ProjectFiles;

@DisplayName("Two rules that set one limit")
class WarningsTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // conditions of the first | of the second | warned of
        "| | unused",
        "讀者（停權中） | | unused",
        "| 讀者（停權中） | no",
        "讀者（停權中） | 讀者（停權中） | overlap",
        "讀者（停權中） | 讀者（非 停權中） | no",
        "讀者（停權中） | 讀者（停權中 == 假） | no",
        "讀者（停權中） | 讀者（已開通） | overlap",
        "讀者（身分 == 「甲」） | 讀者（身分 == 「乙」） | no",
        "讀者（身分 == 「甲」） | 讀者（身分 屬於（「乙」、「丙」）） | no",
        "讀者（身分 == 「甲」） | 讀者（身分 屬於（「甲」、「丙」）） | overlap",
        "讀者（身分 == 「甲」） | 讀者（身分 != 「甲」） | no",
        "讀者（身分 == 「甲」） | 讀者（身分 != 「乙」） | overlap",
        "讀者（身分 == 「甲」） | 讀者（身分 不屬於（「甲」、「乙」）） | no",
        "讀者（身分 == 「甲」） | 讀者（身分 == 不明） | no",
        "讀者（身分 != 「甲」） | 讀者（身分 == 不明） | no",
        "讀者（身分 != 「甲」） | 讀者（身分 != 「乙」） | overlap",
        "讀者（身分 == 「甲」） | 讀者（單位 == 「乙」） | overlap",
        "讀者（有效張數 < 2） | 讀者（有效張數 >= 2） | no",
        "讀者（有效張數 <= 2） | 讀者（有效張數 >= 2） | overlap",
        "讀者（有效張數 < 2） | 讀者（有效張數 屬於（3、4）） | no",
        "讀者（有效張數 > 1） | 所屬校（有效張數 < 1） | overlap",
        "讀者（有效張數 > 1, 停權中） | 讀者（有效張數 < 1, 停權中） | no",
        "讀者（有效張數 > 1 或 停權中） | 讀者（有效張數 < 1） | overlap",
        "讀者（有效張數 > 1 或 有效張數 < 0） | 讀者（有效張數 == 1） | no",
        "今天（日期 < 2026-06-30） | 今天（日期 >= 2026-06-30） | no",
        "今天（日期 < 2026-06-30） | 今天（日期 > 2026-06-28） | overlap",
        "今天（星期 屬於（6、7）） | 今天（星期 <= 5） | no",
      })
  void areRemarkedOnWhereBothCanHold(@Nullable String first, @Nullable String second, String said)
      throws RuleFileException {
    List<RulesWarning> warnings =
        warnings(
            "規則「甲」 當 申請（） " + text(first) + " 則 額度.使用天數（2）； 完",
            "規則「乙」 當 申請（） " + text(second) + " 則 額度.使用天數（3）； 完");

    switch (said) {
      case "overlap" -> {
        assertThat(warnings).singleElement().extracting(RulesWarning::line).isEqualTo(2);
        assertThat(warnings.get(0).zh()).contains("第 1 行的「甲」", "照後面的「乙」");
      }
      case "unused" -> {
        assertThat(warnings).singleElement().extracting(RulesWarning::line).isEqualTo(1);
        assertThat(warnings.get(0).en()).contains("limits.validDays", "\"乙\" (line 2)");
      }
      default -> assertThat(warnings).isEmpty();
    }
  }

  private static String text(@Nullable String condition) {
    return condition == null ? "" : condition;
  }

  @Test
  void orDifferentOnesOrTheSameOrAnswerOtherQuestionsAreNot() throws RuleFileException {
    assertThat(
            warnings(
                "規則「甲」 當 申請（） 則 額度.使用天數（2）； 完",
                "規則「乙」 當 申請（） 則 額度.總冊數（3）； 額度.使用天數（2）； 決定.同意（）； 完",
                "規則「丙」 當 借書（） 則 額度.借期天數（30）； 完"))
        .isEmpty();
  }

  @Test
  void areRemarkedOnWhateverTheVerb() throws RuleFileException {
    assertThat(
            warnings(
                "規則「甲」 當 候補（） 則 候補.保留時數（24）； 完",
                "規則「乙」 當 候補（） 則 候補.不開放（）； 完",
                "規則「丙」 當 應還日（） 則 日期.不晚於（2026-06-30）； 完",
                "規則「丁」 當 應還日（） 則 日期.不晚於（2026-06-29）； 完"))
        .extracting(RulesWarning::line)
        .containsExactly(1, 3);
  }

  @Test
  void asTheyShipAreFine() throws RuleFileException {
    for (var file : ProjectFiles.below(RulesOnDisk.PRODUCT, ".drl")) {
      assertThat(Warnings.of(RuleReader.read(true, "x", RulesOnDisk.read(file), Words.ANY)))
          .as(file.toString())
          .isEmpty();
    }
  }

  private static List<RulesWarning> warnings(String... rules) throws RuleFileException {
    return Warnings.of(
        RuleReader.read(true, "NTUT/policy.drl", String.join("\n", rules), Words.ANY));
  }
}
