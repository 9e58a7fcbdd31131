package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;

@DisplayName("A rule in Chinese")
class ChineseRulesTest {

  static Stream<Arguments> pairs() {
    return Stream.of(
        arguments(
            """
            規則 "校外人士"
            當  申請（）  讀者（ 身分 == "校外人士" ）
            則  決定.拒絕（ "outsider"，"本校校外人士請至櫃台辦理"，"Please apply at the desk" ）；
            完
            """,
            """
            rule "校外人士"
            when  Application()  Reader( identity == "校外人士" )
            then  decision.refuse( "outsider", "本校校外人士請至櫃台辦理", "Please apply at the desk" );
            end
            """),
        arguments(
            "規則「甲」 當申請（）讀者（逾期冊數＞０） 則決定.拒絕（「overdue」）。 完",
            "rule \"甲\" when Application() Reader(overdueItems > 0) then decision.refuse(\"overdue\"); end"),
        arguments(
            "規則 甲 當 借書（） 館藏（ 類型 屬於（“DVD”、“VHS”） ） 則 決定．轉館員（＂not-printed＂）； 完",
            "rule 甲 when Lending() Item( type in (\"DVD\", \"VHS\") ) then decision.refer(\"not-printed\"); end"),
        arguments(
            "規則 甲 當 借書（） 館藏（ 類型 不屬於（'DVD'） 且 非（ 類型 ＝ 「圖書」 或 類型 ≠ 「期刊」 ）） 則 決定.同意（）； 完",
            "rule 甲 when Lending() Item( type not in ('DVD') && !( type == '圖書' || type != '期刊' )) then decision.grant(); end"),
        arguments(
            "規則 甲 當 申請（） 讀者（ 停權中 ＝＝ 真， 已開通 ！＝ 假， 身分 == 不明 ） 則 決定.同意（）； 完",
            "rule 甲 when Application() Reader( suspended == true, activated != false, identity == null ) then decision.grant(); end"),
        arguments(
            "規則 甲 當 申請（） 額度（ ＄最多：每人張數 ） 讀者（ 有效張數 ≧ $最多 ＋ 2 × ３ － 1 ） 則 決定.同意（）； 完",
            "rule 甲 when Application() Limits( $最多 : openCardsPerReader ) Reader( openCards >= $最多 + 2 * 3 - 1 ) then decision.grant(); end"),
        arguments(
            "規則 甲 當 應還日（） 到期日（ 日期 ＞ ２０２６－０６－３０ ， 休館日 ） 則 日期.不晚於（2026-06-30）； 完",
            "rule 甲 when ReturnBy() DueDate( date > 2026-06-30, closedDay ) then dates.notLaterThan(2026-06-30); end"),
        arguments(
            "規則 甲 當 通知（） 今天（ 星期 ＜＝ 5 ） 則 額度.到期前通知天數（3、1、0）； 額度.之後每隔天數（7）； 完",
            "rule 甲 when Notice() Today( weekday <= 5 ) then limits.noticeDaysBefore(3, 1, 0); limits.noticeEvery(7); end"),
        arguments(
            "規則 甲 當 候補（） 則 候補.保留時數（24）； 完",
            "rule 甲 when WaitingList() then waiting.offerHours(24); end"),
        // Either spelling, in one rule.
        arguments(
            "規則 甲 when 申請() Reader( 身分 in (\"校友\"）） 則 limits.使用天數（3）; end",
            "rule 甲 when Application() Reader( identity in (\"校友\") ) then limits.validDays(3); end"),
        // What is quoted or remarked stays as it is.
        arguments(
            "// 當（「\n規則「當、則（１）」 /* 完 */ 當 申請（） 讀者（ 單位 == '（當）'） 則 決定.拒絕（「x」，「請至“櫃台”，１樓」，「Don't go」）； 完",
            "\nrule \"當、則（１）\" when Application() Reader( unit == '（當）' ) then decision.refuse(\"x\", \"請至“櫃台”，１樓\", \"Don't go\"); end"),
        // A name that is a word.
        arguments(
            "規則 當 當 申請（） 則 決定.同意（）； 完", "rule 當 when Application() then decision.grant(); end"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void saysTheSameAsInEnglish(String chinese, String english) throws RuleFileException {
    Rule read = read(chinese).get(0);

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("text")
        .isEqualTo(read(english).get(0));
    assertThat(read.text()).isEqualTo(chinese.substring(chinese.indexOf("規則")).strip());
  }

  /** Each field that a condition may look at, alone and by both of its names. */
  @Test
  void hasAWordForEverything() throws RuleFileException {
    List<String> chinese = new ArrayList<>();
    List<String> english = new ArrayList<>();
    for (Asked asked : Asked.values()) {
      Verb verb =
          Stream.of(Verb.values())
              .filter(it -> it.question() == asked)
              .findFirst()
              .orElse(Verb.GRANT);
      for (Fact fact : asked.facts().values()) {
        for (Field field : fact.fields().values()) {
          String value =
              switch (field.type()) {
                case NUMBER -> "1";
                case TRUTH -> "true";
                case TEXT -> "\"x\"";
                case DATE -> "2026-01-18";
              };
          Verb then = asked.decides() ? Verb.GRANT : verb;
          String given = then == Verb.GRANT || then == Verb.MOVE_TO_NEXT_OPEN_DAY ? "" : "1";
          String form = "%s 甲 %s %s() %s( %s == %s ) %s %s(%s); %s";
          chinese.add(
              form.formatted(
                  "規則",
                  "當",
                  asked.named().zh(),
                  fact.zh(),
                  field.zh(),
                  value,
                  "則",
                  then.named().zh(),
                  given,
                  "完"));
          english.add(
              form.formatted(
                  "rule",
                  "when",
                  asked.word(),
                  fact.name(),
                  field.name(),
                  value,
                  "then",
                  then.named().en(),
                  given,
                  "end"));
        }
      }
    }
    assertThat(chinese).hasSizeGreaterThan(40);
    for (int i = 0; i < chinese.size(); i++) {
      assertThat(read(chinese.get(i)))
          .usingRecursiveComparison()
          .ignoringFields("text")
          .isEqualTo(read(english.get(i)));
    }
  }

  /** The one who reads it must not have to guess which field is meant. */
  @Test
  void hasAWordOfItsOwnForEverything() {
    List<Name> questions = Stream.of(Asked.values()).map(Asked::named).toList();
    List<Name> verbs = Stream.of(Verb.values()).map(Verb::named).toList();
    List<List<Name>> together = new ArrayList<>(List.of(questions, verbs));
    for (Asked asked : Asked.values()) {
      together.add(asked.facts().values().stream().map(Fact::named).toList());
      asked
          .facts()
          .values()
          .forEach(
              fact -> together.add(fact.fields().values().stream().map(Field::named).toList()));
    }
    assertThat(together)
        .allSatisfy(
            names ->
                assertThat(names)
                    .extracting(Name::zh)
                    .doesNotHaveDuplicates()
                    .allMatch(zh -> zh.matches("[\\p{IsHan}.]{2,10}") && !zh.matches("[當則].*")));
  }

  @Test
  void isRefusedInItsOwnWordsWithItsLine() {
    String text =
        """
        // 本校
        規則「甲」
        當　申請（）
        　　讀者（ 身份 == 「校友」 ）
        則　決定.同意（）； 完
        """;

    RulesError error = refusal(text).in("NTUT/policy.drl");

    assertThat(error.line()).isEqualTo(4);
    assertThat(error.zh())
        .isEqualTo("規則「甲」：讀者 沒有「身份」這個欄位，可用：所屬校、身分、單位、使用效期、效期已過、已開通、停權中、離校中、逾期冊數、有欠款、有效張數、註銷未還張數。");
    assertThat(error.en())
        .startsWith("Rule \"甲\": Reader has no field \"身份\"; possible: school, identity");
  }

  @Test
  void isShownItsOwnKeywords() {
    RulesError error = refusal("規則「甲」\n當 申請（） 完").in("x");

    assertThat(error.line()).isEqualTo(2);
    assertThat(error.zh()).isEqualTo("這裡應該是「則（then）」，卻是「完（end）」。");
    assertThat(error.en()).isEqualTo("\"then\" should stand here, but it is \"end\".");
  }

  private static List<Rule> read(String text) throws RuleFileException {
    return RuleReader.read(
        true, "x", PreScan.text(text.getBytes(StandardCharsets.UTF_8)), Words.ANY);
  }

  private static RuleFileException refusal(String text) {
    return Objects.requireNonNull(catchThrowableOfType(RuleFileException.class, () -> read(text)));
  }
}
