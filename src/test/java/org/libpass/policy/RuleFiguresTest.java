package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libpass.policy.FigureSheet.Row;
import org.libpass.policy.FigureSheet.Standing;
import org.libpass.policy.RuleFigures.Written;

@DisplayName("The numbers of a draft beside those in force")
class RuleFiguresTest {

  private static final RuleOwner NTUT = RuleOwner.of(RulesOnDisk.NTUT);

  @TempDir Path directory;
  private RulesOnDisk disk;

  @BeforeEach
  void theAlliancesRulesAlone() {
    disk = new RulesOnDisk(directory);
  }

  @Test
  void noSchoolHasMoreCardsThanAccounts() {
    disk.start();

    Row quota = row(NTUT, "", PlainFigure.OPEN_CARDS_PER_SCHOOL);
    assertThat(quota.most()).isEqualTo(60);
    assertThat(quota.live()).containsExactly(50);
    assertThat(row(RuleOwner.ALLIANCE, alliance(), PlainFigure.OPEN_CARDS_PER_SCHOOL).most())
        .isEqualTo(500);
  }

  @Test
  void whatTheAllianceLocksIsNotSet() {
    disk.alliance(alliance().replace("rule \"借期\"", "rule \"借期\" @locked")).start();

    assertThat(row(NTUT, "", PlainFigure.LOAN_DAYS).standing()).isEqualTo(Standing.LOCKED);
    assertThat(row(RuleOwner.ALLIANCE, alliance(), PlainFigure.LOAN_DAYS).isOpen()).isTrue();
    assertThat(write("", PlainFigure.LOAN_DAYS, 30)).isEqualTo(new Written.Done(texts("")));
  }

  @Test
  void whatTheAllianceSaysByCaseIsNamed() {
    disk.allianceAlso(
            "rule \"週五\" when Lending() Today( weekday == 5 ) then limits.loanDays(28); end")
        .start();

    Row row = row(NTUT, "", PlainFigure.LOAN_DAYS);
    assertThat(row.allianceByCase()).isTrue();
    assertThat(row.isOpen()).isTrue();
    assertThat(row.alliance()).containsExactly(21);
    assertThat(row(NTUT, "", PlainFigure.VALID_DAYS).allianceByCase()).isFalse();
  }

  @Test
  void theDraftIsReadAndWhatIsInForceStaysBeside() {
    disk.school(RulesOnDisk.NTUT, "rule \"借期\" when Lending() then limits.loanDays(14); end")
        .start();

    Row row =
        row(
            NTUT,
            "rule \"借期\" when Lending() then limits.loanDays(30); end",
            PlainFigure.LOAN_DAYS);
    assertThat(row.live()).containsExactly(14);
    assertThat(row.alliance()).containsExactly(21);
    assertThat(row.draft()).containsExactly(30);
  }

  @Test
  void whatCanNotBePublishedIsNotWritten() {
    disk.start();
    String broken = "rule \"借期\" when Lending() then limits.loanDays(99); end";

    assertThat(disk.node().figures().sheet(NTUT, texts(broken)).errors()).hasSize(1);
    assertThat(write(broken, PlainFigure.VALID_DAYS, 5)).isInstanceOf(Written.Refused.class);
  }

  @Test
  void otherTextsOfTheDraftStay() {
    disk.start();
    RuleTexts draft = new RuleTexts("", "# 例子\n", "# 用語\n");

    Written written =
        disk.node().figures().write(NTUT, draft, Map.of(PlainFigure.VALID_DAYS, List.of(5)), false);

    assertThat(written)
        .isEqualTo(
            new Written.Done(
                new RuleTexts(
                    "rule \"使用天數\"\nwhen  Application()\nthen  limits.validDays(5);\nend\n",
                    "# 例子\n",
                    "# 用語\n")));
  }

  private Written write(String draft, PlainFigure figure, int number) {
    return disk.node().figures().write(NTUT, texts(draft), Map.of(figure, List.of(number)), true);
  }

  private Row row(RuleOwner owner, String draft, PlainFigure figure) {
    FigureSheet sheet = disk.node().figures().sheet(owner, texts(draft));
    assertThat(sheet.errors()).isEmpty();
    return sheet.rows().stream().filter(it -> it.figure() == figure).findFirst().orElseThrow();
  }

  private String alliance() {
    return RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl"));
  }

  private static RuleTexts texts(String rules) {
    return new RuleTexts(rules, "", "");
  }
}
