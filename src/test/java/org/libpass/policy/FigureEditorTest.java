package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.PlainFigure.ITEMS_AT_DESK;
import static org.libpass.policy.PlainFigure.LOAN_DAYS;
import static org.libpass.policy.PlainFigure.NOTICE_DAYS_AFTER;
import static org.libpass.policy.PlainFigure.NOTICE_DAYS_BEFORE;
import static org.libpass.policy.PlainFigure.NOTICE_EVERY;
import static org.libpass.policy.PlainFigure.OPEN_CARDS_PER_SCHOOL;
import static org.libpass.policy.PlainFigure.RENEWALS;
import static org.libpass.policy.PlainFigure.VALID_DAYS;
import static org.libpass.policy.PlainFigure.WAITING_OFFER_HOURS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The numbers form")
class FigureEditorTest {

  private static final RuleOwner NTUT = new RuleOwner("NTUT");
  private static final RuleTexts ALLIANCE_TEXTS = shipped("alliance");
  private static final OwnRules ALLIANCE = alliance(ALLIANCE_TEXTS.rules());

  @Test
  void changesTheNumberAndNothingElse() {
    String text =
        """
        // limits.loanDays(3) 只是註解
        rule "借期" when Lending() then /* 天 */ limits . loanDays( 14 /* 兩週 */ ) ; end // 完

        rule "end" when Lending() then decision.refer("x", "limits.loanDays(5);", "b"); end
        """;

    assertThat(school(text).write(Map.of(LOAN_DAYS, List.of(30)), true))
        .isEqualTo(text.replace("( 14 /* 兩週 */ )", "( 30 /* 兩週 */ )"));
  }

  @Test
  void changesTheNumberOfARuleInChinese() {
    String text = "規則「借期」\r\n當借書（）\r\n則　額度．借期天數（１４）；\r\n完";

    assertThat(school(text).write(Map.of(LOAN_DAYS, List.of(30)), false))
        .isEqualTo(text.replace("１４", "30"));
  }

  @Test
  void changesSeveralNumbersInTheSignsOfTheRule() {
    String text =
        """
        規則「逾期通知」 當 通知（） 則 額度.逾期通知天數（1，5）；額度.之後每隔天數（5）； 完
        rule "到期前通知" when Notice() then limits.noticeDaysBefore(2); end
        """;

    assertThat(
            school(text)
                .write(
                    Map.of(
                        NOTICE_DAYS_AFTER, List.of(1, 2, 4),
                        NOTICE_DAYS_BEFORE, List.of(5, 1)),
                    true))
        .isEqualTo(text.replace("1，5", "1，2，4").replace("(2)", "(5, 1)"));
  }

  @Test
  void changesTheOneThatCounts() {
    String text =
        """
        rule "借期" when Lending() then limits.loanDays(14); end
        rule "借期二" when Lending() then limits.loanDays(10); limits.loanDays(12); end
        """;

    assertThat(school(text).read(LOAN_DAYS)).containsExactly(12);
    assertThat(school(text).write(Map.of(LOAN_DAYS, List.of(30)), true))
        .isEqualTo(text.replace("12", "30"));
  }

  @Test
  void replacesTheAlliancesRuleByOneOfItsName() {
    assertThat(school("").write(Map.of(LOAN_DAYS, List.of(30)), true))
        .isEqualTo("規則「借期」\n當　借書（）\n則　額度.借期天數（30）；\n完\n");
    assertThat(school("// 照聯盟").write(Map.of(LOAN_DAYS, List.of(30)), false))
        .isEqualTo("// 照聯盟\n\nrule \"借期\"\nwhen  Lending()\nthen  limits.loanDays(30);\nend\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnInTheWordsOfTheLastRule(boolean ignored) {
    String english = "rule \"使用天數\" when Application() then limits.validDays(5); end\n";
    String chinese = "規則「使用天數」當申請（）則額度.使用天數（5）；完\n";

    assertThat(school(english + chinese.replace("使用天數」", "別的」")).write(loanDays(7), ignored))
        .endsWith("規則「借期」\n當　借書（）\n則　額度.借期天數（7）；\n完\n");
    assertThat(school(chinese + english.replace("\"使用天數\"", "\"別的\"")).write(loanDays(7), ignored))
        .endsWith("rule \"借期\"\nwhen  Lending()\nthen  limits.loanDays(7);\nend\n");
  }

  @Test
  void leavesToTheAllianceWhatElseItsRuleSays() {
    String written = school("").write(Map.of(NOTICE_EVERY, List.of(3)), true);

    assertThat(written).startsWith("規則「之後每隔天數」");
    Map<Verb, Verb.Call> always = merged(written).always();
    assertThat(always.get(Verb.NOTICE_EVERY).figures()).containsExactly(3);
    assertThat(always.get(Verb.NOTICE_DAYS_AFTER).figures()).containsExactly(1, 3, 7);
  }

  @Test
  void findsANameThatIsFree() {
    String text = "rule \"櫃台冊數\" when Lending() then decision.grant(); end\n";

    assertThat(school(text).write(Map.of(ITEMS_AT_DESK, List.of(2)), true))
        .startsWith(text)
        .contains("rule \"櫃台冊數2\"");
  }

  @Test
  void turnsAWaitingListOnAndOffAgain() {
    String on = school("").write(Map.of(WAITING_OFFER_HOURS, List.of(24)), true);
    assertThat(on).contains("規則「候補」", "候補.保留時數（24）；");
    assertThat(merged(on).limits().waitingOfferHours()).isEqualTo(24);

    String off = school(on).write(Map.of(WAITING_OFFER_HOURS, List.of(0)), true);
    assertThat(off).isEqualTo(on.replace("保留時數（24）", "不開放（）"));
    assertThat(school(off).read(WAITING_OFFER_HOURS)).containsExactly(0);
    assertThat(school(off).write(Map.of(WAITING_OFFER_HOURS, List.of(24)), true)).isEqualTo(on);

    String english = "rule \"候補\" when WaitingList() then waiting.off(); end\n";
    assertThat(school(english).write(Map.of(WAITING_OFFER_HOURS, List.of(48)), true))
        .isEqualTo(english.replace("off()", "offerHours(48)"));
  }

  @Test
  void takesARuleAwayWithItsLinesAndLeavesComments() {
    String text =
        """
        // 一

        // 借期兩週。
        rule "借期"
        when  Lending()
        then  limits.loanDays(14);
        end

        // 二
        rule "使用天數" when Application() then limits.validDays(5); end /* 後 */
        """;

    assertThat(school(text).write(Map.of(LOAN_DAYS, List.of()), true))
        .isEqualTo(
            """
            // 一

            // 借期兩週。

            // 二
            rule "使用天數" when Application() then limits.validDays(5); end /* 後 */
            """);
    assertThat(school(text).write(Map.of(VALID_DAYS, List.of()), true))
        .endsWith("// 二\n /* 後 */\n");
    assertThat(school(text).write(Map.of(), true)).isEqualTo(text);
  }

  @Test
  void doesNotTakeAwayWhatDoesMore() {
    String text =
        """
        rule "逾期通知" when Notice() then limits.noticeDaysAfter(1, 3); limits.noticeEvery(3); end
        """;
    FigureEditor editor = school(text);

    assertThat(editor.shared(Set.of(NOTICE_EVERY))).containsExactly(NOTICE_EVERY);
    assertThat(editor.shared(Set.of(LOAN_DAYS))).isEmpty();
    assertThat(editor.shared(Set.of(NOTICE_EVERY, NOTICE_DAYS_AFTER))).isEmpty();
    assertThat(editor.write(Map.of(NOTICE_EVERY, List.of(), NOTICE_DAYS_AFTER, List.of()), true))
        .isEmpty();
  }

  @Test
  void seesWhatDependsOnTheCase() {
    List<Rule> rules =
        rules(
            """
            rule "借期" when Lending() Today( weekday == 5 ) then limits.loanDays(14); end
            rule "使用天數" when Application() then limits.validDays(5); end
            """);

    assertThat(FigureEditor.dependsOnCase(rules, LOAN_DAYS)).isTrue();
    assertThat(FigureEditor.numbers(rules, LOAN_DAYS)).isNull();
    assertThat(FigureEditor.dependsOnCase(rules, VALID_DAYS)).isFalse();
  }

  @Test
  void changesTheAlliancesOwnFile() {
    FigureEditor editor =
        FigureEditor.of(ALLIANCE_TEXTS.rules(), ALLIANCE.rules(), List.of()).orElseThrow();

    String written =
        editor.write(Map.of(OPEN_CARDS_PER_SCHOOL, List.of(60), RENEWALS, List.of(1)), true);

    assertThat(written)
        .isEqualTo(
            ALLIANCE_TEXTS
                .rules()
                .replace("openCardsPerSchool(50)", "openCardsPerSchool(60)")
                .replace("renewals(0)", "renewals(1)"));
    assertThat(FigureEditor.numbers(alliance(written).rules(), RENEWALS)).containsExactly(1);
  }

  static Stream<String> files() {
    return Stream.of(
            shipped("NTUT").rules(),
            shipped("CUTE").rules(),
            "",
            "// 照聯盟規則\n",
            """
            規則「逾期通知」當通知（）則額度.逾期通知天數（1，5）；額度.之後每隔天數（5）；完
            """,
            """
            rule "逾期未還" when Application() Reader( overdueItems > 2 ) then
              decision.refuse("overdue"); end
            /* rule "借期" when Lending() then limits.loanDays(9); end */
            rule "候補" when WaitingList() then waiting.offerHours(12); end
            """)
        .flatMap(text -> Stream.of(text, text.replace("\n", "\r\n")));
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("reads what it wrote, passes the gate, and brings the old text back")
  void thereAndBack(String text) {
    Random random = new Random(20131107);
    for (int round = 0; round < 60; round++) {
      Map<PlainFigure, List<Integer>> wanted = new EnumMap<>(PlainFigure.class);
      Map<PlainFigure, List<Integer>> before = new EnumMap<>(PlainFigure.class);
      FigureEditor editor = school(text);
      for (PlainFigure figure : PlainFigure.values()) {
        if (figure.isFor(NTUT) && random.nextInt(3) == 0) {
          wanted.put(figure, someNumbers(figure, random));
          before.put(figure, Objects.requireNonNullElse(editor.read(figure), List.of()));
        }
      }
      String written = editor.write(wanted, random.nextBoolean());

      FigureEditor after = school(written);
      Map<Verb, Verb.Call> always = merged(written).always();
      for (PlainFigure figure : PlainFigure.values()) {
        List<Integer> expected = wanted.get(figure);
        assertThat(after.read(figure))
            .as("%s in%n%s", figure, written)
            .isEqualTo(expected == null ? editor.read(figure) : expected);
        if (expected != null) {
          assertThat(always.get(figure.verb()).figures()).isEqualTo(expected);
        }
      }
      assertThat(after.write(before, true)).isEqualTo(text);
    }
  }

  private static List<Integer> someNumbers(PlainFigure figure, Random random) {
    int count = figure.isList() ? 1 + random.nextInt(4) : 1;
    return IntStream.range(0, count)
        .mapToObj(any -> random.nextInt(figure.least(), figure.most() + 1))
        .toList();
  }

  private static Map<PlainFigure, List<Integer>> loanDays(int days) {
    return Map.of(LOAN_DAYS, List.of(days));
  }

  private static FigureEditor school(String text) {
    return FigureEditor.of(text, rules(text), ALLIANCE.rules()).orElseThrow();
  }

  private static List<Rule> rules(String text) {
    try {
      return OwnRules.read(NTUT, new RuleTexts(text, "", ""), ALLIANCE).rules();
    } catch (RulesRefusedException e) {
      throw new AssertionError(e.errors() + " in\n" + text, e);
    }
  }

  private static RuleSet merged(String text) {
    try {
      return RuleSet.merge(new RulesVersion(1, "NTUT", 1, "draft"), ALLIANCE.rules(), rules(text));
    } catch (RuleFileException e) {
      throw new AssertionError(e + " in\n" + text, e);
    }
  }

  private static OwnRules alliance(String rules) {
    try {
      return OwnRules.readAlliance(
          new RuleTexts(rules, ALLIANCE_TEXTS.examples(), ALLIANCE_TEXTS.words()));
    } catch (RulesRefusedException e) {
      throw new AssertionError(e.errors().toString(), e);
    }
  }

  private static RuleTexts shipped(String owner) {
    return new RuleTexts(
        file(owner, "policy.drl"), file(owner, "tests.yaml"), file(owner, "words.yaml"));
  }

  private static String file(String owner, String name) {
    Path file = Path.of("rules", owner, name);
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
