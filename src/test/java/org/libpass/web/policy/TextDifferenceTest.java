package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;

@DisplayName("The difference of two texts")
class TextDifferenceTest {

  private static final RuleOwner NTUT = new RuleOwner("NTUT");

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "a/b/c/,   a/x/c/,   ' 1:1a -2:0b +0:2x  3:3c'",
        "a/,       a/b/,     ' 1:1a +0:2b'",
        "a/b/,     b/,       '-1:0a  2:1b'",
        "'',       a/,       '+0:1a +0:2'",
        "a/,       '',       '-1:0a -2:0'",
        "a/,       a,        ' 1:1a -2:0'",
      })
  void namesLinesByTheirNumbersBeforeAndAfter(String before, String after, String lines) {
    assertThat(signs(before, after)).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({"a/b/, a/b/", "'', ''", "a, a"})
  void ofWhatIsAlikeIsEmpty(String before, String after) {
    TextDifference difference = difference(before, after);

    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.files()).isEmpty();
  }

  @Test
  void leavesOutWhatIsFarFromAnyChange() {
    String before = numbered(1, 30);
    String after = before.replace("l12/", "new/");

    assertThat(
            difference(before, after).files().get(0).lines().stream().map(TextDifferenceTest::sign))
        .containsExactly(
            "~8",
            " 9:9l9",
            " 10:10l10",
            " 11:11l11",
            "-12:0l12",
            "+0:12new",
            " 13:13l13",
            " 14:14l14",
            " 15:15l15",
            "~15");
  }

  @Test
  void namesTheFilesThatDifferOnly() {
    RuleTexts before = new RuleTexts("a", "b", "");
    RuleTexts after = new RuleTexts("a", "c", "d");

    assertThat(TextDifference.of(NTUT, before, after).files())
        .extracting(TextDifference.File::name)
        .containsExactly("NTUT/tests.yaml", "NTUT/words.yaml");
  }

  @Test
  void lineEndsOfWindowsAreLineEnds() {
    assertThat(
            TextDifference.of(
                    NTUT, new RuleTexts("a\nb\n", "", ""), new RuleTexts("a\r\nb\r\n", "", ""))
                .isEmpty())
        .isTrue();
  }

  private static String numbered(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> "l" + n + "/")
        .collect(Collectors.joining());
  }

  private static TextDifference difference(String before, String after) {
    return TextDifference.of(
        NTUT,
        new RuleTexts(before.replace('/', '\n'), "", ""),
        new RuleTexts(after.replace('/', '\n'), "", ""));
  }

  private static String signs(String before, String after) {
    List<TextDifference.Line> lines = difference(before, after).files().get(0).lines();
    return lines.stream().map(TextDifferenceTest::sign).collect(Collectors.joining(" "));
  }

  private static String sign(TextDifference.Line line) {
    return switch (line.kind()) {
      case SKIPPED -> "~" + line.text();
      case SAME -> " " + line.before() + ":" + line.after() + line.text();
      case ADDED -> "+" + line.before() + ":" + line.after() + line.text();
      case REMOVED -> "-" + line.before() + ":" + line.after() + line.text();
    };
  }
}
