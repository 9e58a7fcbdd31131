package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.platform.AuditLog;
import org.libpass.policy.RuleDrafts;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.RuleVersions;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

class TryPagesTests extends StaffPageTest {

  private static final SchoolCode NTUT = new SchoolCode("NTUT");
  private static final RuleOwner OWNER = RuleOwner.of(NTUT);
  private static final String AUTHOR = "policy.ntut";
  private static final String NO_FINES =
      "rule \"尚有欠款\" when Application() Reader( owesFine == true ) then decision.refer(\"fine\"); end";

  @Autowired private RuleDrafts drafts;
  @Autowired private RuleVersions versions;
  @Autowired private AuditLog audit;

  @AfterEach
  void nothingIsLeft() {
    drafts.discard(OWNER, AUTHOR);
  }

  private void draft(String rules, String examples) {
    RuleTexts texts = new RuleTexts(rules, examples, "");
    drafts.save(OWNER, AUTHOR, versions.newest(OWNER), texts);
  }

  @Test
  void aCaseIsTriedOnTheDraftAndOnWhatIsInForce() throws Exception {
    draft(NO_FINES, "");
    Cookie administrator = staff(AUTHOR);

    assertThat(page(administrator, "/policy/NTUT/try"))
        .contains("這個情形", "試試看", "name=\"Reader.openCards\"");
    String answer =
        page(
            administrator,
            "/policy/NTUT/try?run=true&question=Application&Reader.owesFine=true"
                + "&Reader.openCards=0&Reader.identity=教授");

    assertThat(answer)
        .contains("請館員", "規則「尚有欠款」", "NTUT/policy.drl:1", "現行規則怎麼說")
        .contains("alliance/policy.drl:");
  }

  @Test
  void whatWasTypedWrongIsSaidBesideItsField() throws Exception {
    var answer =
        open("/policy/NTUT/try?run=true&question=Application&Reader.openCards=many", staff(AUTHOR));

    assertThat(status(answer)).isEqualTo(422);
    assertThat(text(answer)).contains("Reader-openCards-error", "value=\"many\"", "整數");
  }

  @Test
  void aRealReaderIsMaskedAndTheLookIsKept() throws Exception {
    UUID reader = people.activeStudent(NTUT);
    Cookie administrator = staff(AUTHOR);

    assertThat(page(administrator, "/policy/NTUT/try"))
        .contains(readers.get(reader).maskedName())
        .doesNotContain(readers.get(reader).name());
    String answer =
        page(administrator, "/policy/NTUT/try?run=true&question=Application&reader=" + reader);

    assertThat(answer).contains("結果", "大學部學生");
    assertThat(audit.newest("NTUT", 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("reader-tried");
              assertThat(entry.subject()).isEqualTo(reader.toString());
            });
  }

  @Test
  void aDraftWithAMistakeIsNotTried() throws Exception {
    draft("rule \"r\" when Nothing() then end", "");
    for (String page : new String[] {"try?run=true&question=Application", "replay?run=true"}) {
      var answer = open("/policy/NTUT/" + page, staff(AUTHOR));
      assertThat(status(answer)).as(page).isEqualTo(422);
      assertThat(text(answer)).contains("草稿還有錯", "NTUT/policy.drl:1");
    }
    assertThat(page(staff(AUTHOR), "/policy/NTUT/examples")).contains("草稿還有錯");
  }

  @Test
  void examplesSayWhatShouldAndWhatDoesComeOut() throws Exception {
    draft(
        NO_FINES,
        "- name: 欠款請館員看\n  question: Application\n  given:\n    Reader: { owesFine: true }\n"
            + "  expect: { outcome: refused }\n");

    assertThat(page(staff(AUTHOR), "/policy/NTUT/examples"))
        .contains("欠款請館員看", "不同", "不通過", "轉館員", "tests.yaml:1");
  }

  @Test
  void theLastDecisionsAreDecidedAgain() throws Exception {
    issuedCard(NTUT);
    draft(
        "rule \"都請館員看\" when Application() then decision.refer(\"all\", \"都看\", \"all\"); end", "");
    Cookie administrator = staff(AUTHOR);

    assertThat(page(administrator, "/policy/NTUT/replay")).contains("再決定一次");
    assertThat(page(administrator, "/policy/NTUT/replay?run=true")).contains("會不一樣", "都看", "照草稿");
  }

  @Test
  void nobodyElseMayTry() throws Exception {
    for (String page : new String[] {"try", "examples", "replay"}) {
      assertThat(status(open("/policy/CUTE/" + page, staff(AUTHOR)))).isEqualTo(404);
      assertThat(status(open("/policy/NTUT/" + page, staff("librarian.ntut")))).isEqualTo(403);
    }
  }
}
