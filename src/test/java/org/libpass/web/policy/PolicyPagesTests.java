package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.libpass.policy.Policies;
import org.libpass.policy.Report;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RulesError;
import org.libpass.policy.RulesStatus;
import org.libpass.policy.RulesStatus.Disk;
import org.libpass.web.StaffPageTest;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** How rules stand, and what they say in plain words. */
class PolicyPagesTests extends StaffPageTest {

  private static final RuleOwner NTUT = new RuleOwner("NTUT");
  private static final RulesError ERROR =
      new RulesError("NTUT/policy.drl", 7, "看不懂「<b>」。", "Can't read \"<b>\".");

  @MockitoSpyBean Policies policies;

  @Test
  void aSchoolsAdministratorSeesTheAlliancesAndTheirOwn() throws Exception {
    assertThat(page(staff("policy.ntut"), "/policy"))
        .contains("聯盟", "href=\"/policy/NTUT\"", "第 1 版", "存檔（規則資料夾）", "和生效中的相同")
        .doesNotContain("/policy/CUTE", "全部照聯盟的學校");
  }

  @Test
  void theAllianceSeesAllAndTheFollowersInShort() throws Exception {
    assertThat(page(staff("alliance"), "/policy"))
        .contains("href=\"/policy/alliance\"", "/policy/CUTE", "/policy/NTUT")
        .containsSubsequence("全部照聯盟的學校", "/policy/NTCB");
  }

  @Test
  void aSchoolWithoutRulesOfItsOwnFollowsTheAlliance() throws Exception {
    Cookie administrator = staff("policy.ntcb");

    assertThat(page(administrator, "/policy")).contains("全部照聯盟的學校", "/policy/NTCB");
    assertThat(page(administrator, "/policy/ntcb"))
        .contains("沒有自己的規則，全部照聯盟的。", "借期：21 天")
        .doesNotContain("本校換掉", "本校新增");
  }

  @Test
  void aRuleIsSaidInPlainWordsWithWhatTheSchoolChanges() throws Exception {
    assertThat(page(staff("policy.ntut"), "/policy/NTUT"))
        .contains("本校自己的規則有 3 條")
        .containsPattern("href=\"#Application-\\d+\">每校張數</a>")
        .containsSubsequence(
            "<h2 id=\"part-Activation\">開通</h2>",
            "開通審核",
            "本校換掉",
            "在本校不適用",
            "條件：",
            "身分不是「專任教師」",
            "請館員決定。告訴讀者：「您的開通申請需要所屬校館員看過。」")
        .containsSubsequence(
            "申請借書證",
            "讀者效期已過",
            "聯盟鎖定，各校不能改",
            "效期已過：是",
            "每校張數",
            "<del>全校同時有效的證：50 張</del>",
            "全校同時有效的證：40 張",
            "NTUT/policy.drl:")
        .containsSubsequence("櫃台借書", "應還日", "通知讀者", "館員審核", "候補名單");
  }

  @Test
  void theSameInEnglish() throws Exception {
    Cookie administrator = staff("policy.cute");

    assertThat(text(open("/policy/CUTE", administrator, new Cookie("libpass-language", "en"))))
        .contains("Rules of its own: 3.")
        .containsSubsequence("<del>Refused.", "Allowed; nothing more is asked for")
        .contains("<del>Loan period in days: 21</del>", "Loan period in days: 14")
        .containsSubsequence(
            "Added here", "Identity is &quot;校友&quot;", "lends to alumni on an alumni card");
    assertThat(text(open("/policy", administrator, new Cookie("libpass-language", "en"))))
        .contains("Rules in force", "Version 1", "A saved file (rules folder)");
  }

  @Test
  void theAlliancesRulesAreForAllToReadAndForItselfToChange() throws Exception {
    assertThat(page(staff("policy.ntut"), "/policy/Alliance"))
        .contains("候補名單", "不開放候補", "通知讀者：3 天前、1 天前、當天", "第 1 版")
        .doesNotContain("修改規則", "在本校不適用");
    assertThat(page(staff("alliance"), "/policy/alliance")).contains("修改規則", "版本紀錄");
    assertThat(page(staff("alliance"), "/policy/NTUT")).doesNotContain("修改規則");
    assertThat(page(staff("policy.ntut"), "/policy/ntut")).contains("修改規則");
  }

  @Test
  void wrongFilesComeFirstWithLineAndSentence() throws Exception {
    stands(NTUT, List.of(), List.of(), Disk.WRONG, List.of(ERROR));

    assertThat(page(staff("policy.ntut"), "/policy"))
        .containsSubsequence(
            "role=\"alert\"", "規則檔有錯", "NTUT/policy.drl:7", "看不懂「&lt;b&gt;」。", "改好那一行", "現在生效的規則")
        .contains("第 1 版", "檔案有錯");
    assertThat(
            text(open("/policy/NTUT", staff("policy.ntut"), new Cookie("libpass-language", "en"))))
        .containsSubsequence("role=\"alert\"", "NTUT/policy.drl:7", "Can&#39;t read", "In force");
  }

  @Test
  void rulesThatTheAllianceHasMadeImpossibleAreNamed() throws Exception {
    stands(NTUT, List.of(), List.of(ERROR), Disk.SAME, List.of());

    assertThat(page(staff("policy.ntut"), "/policy"))
        .containsSubsequence("有學校自己的規則不能用了", "國立臺北科技大學", "NTUT/policy.drl:7", "有規則不算");
    assertThat(page(staff("policy.ntut"), "/policy/NTUT")).contains("不能用的先不算");
  }

  @Test
  void filesThatDifferFromWhatIsInForceAreNamedWithWhatToDo() throws Exception {
    stands(NTUT, List.of(), List.of(), Disk.DIFFERS, List.of());

    assertThat(page(staff("policy.ntut"), "/policy"))
        .containsSubsequence("這台機器的檔案和生效中的規則不同", "NTUT", "請貼到「編輯」再發布", "現在生效的規則", "和生效中的不同");
    assertThat(page(staff("policy.ntut"), "/policy/NTUT")).contains("存回檔案");
  }

  @Test
  void whatWaitsSaysFromWhichDay() throws Exception {
    RuleVersion live = live(NTUT);
    RuleVersion waiting =
        new RuleVersion(
            NTUT,
            9,
            live.texts(),
            live.hash(),
            RuleVersion.Origin.BROWSER,
            "policy.ntut",
            "寒假加長",
            live.report(),
            live.publishedAt(),
            java.time.Instant.parse("2027-01-17T16:00:00Z"),
            true,
            null);
    stands(NTUT, List.of(waiting), List.of(), Disk.SAME, List.of());

    assertThat(page(staff("policy.ntut"), "/policy")).contains("第 9 版", "2027-01-18（一）");
    assertThat(page(staff("policy.ntut"), "/policy/NTUT"))
        .contains("第 9 版，2027-01-18（一）起生效", "/policy/NTUT/history/9");
  }

  @Test
  void schoolsThatTheAlliancesVersionDoesNotGoWithAreToldToWhomItConcerns() throws Exception {
    RuleVersion live = live(RuleOwner.ALLIANCE);
    RulesStatus flagging =
        new RulesStatus(
            RuleOwner.ALLIANCE,
            new RuleVersion(
                live.owner(),
                live.number(),
                live.texts(),
                live.hash(),
                live.origin(),
                null,
                null,
                new Report(List.of(), 0, List.of("CUTE", "NTUT")),
                live.publishedAt(),
                live.effectiveAt(),
                false,
                null),
            List.of(),
            List.of(),
            Disk.SAME,
            List.of());
    doReturn(flagging).when(policies).status(RuleOwner.ALLIANCE);
    doReturn(List.of(flagging)).when(policies).status();

    assertThat(page(staff("alliance"), "/policy")).contains("合不起來", "CUTE 中國科技大學", "NTUT 國立");
    assertThat(page(staff("policy.ntut"), "/policy/alliance"))
        .contains("合不起來", "NTUT 國立臺北科技大學")
        .doesNotContain("CUTE");
    assertThat(page(staff("policy.ntcb"), "/policy/alliance")).doesNotContain("合不起來", "CUTE");
  }

  @Test
  void aFolderThatIsNoSchoolsIsToldToTheAllianceOnly() throws Exception {
    RulesError error = new RulesError("ntut-old/policy.drl", 1, "不是學校代碼。", "No school's code.");
    doReturn(
            List.of(
                new RulesStatus(
                    new RuleOwner("ntut-old"),
                    null,
                    List.of(),
                    List.of(),
                    Disk.WRONG,
                    List.of(error))))
        .when(policies)
        .status();

    assertThat(page(staff("alliance"), "/policy"))
        .contains("ntut-old/policy.drl:1", "<code>ntut-old</code>", "還沒有生效的版本")
        .doesNotContain("href=\"/policy/ntut-old\"");
    assertThat(page(staff("policy.ntut"), "/policy")).doesNotContain("ntut-old");
  }

  @Test
  void staffLandOnTheirPage() throws Exception {
    assertThat(landing("librarian.ntut")).isEqualTo("/inbox");
    assertThat(landing("policy.ntut")).isEqualTo("/policy");
    assertThat(landing("alliance")).isEqualTo("/policy");
  }

  @Test
  void theMenuLeadsThereAndTheAllianceToTheLogToo() throws Exception {
    assertThat(page(staff("policy.ntut"), "/policy"))
        .contains("<a href=\"/policy\" aria-current=\"page\">政策規則</a>")
        .doesNotContain("/admin/audit");
    assertThat(page(staff("alliance"), "/policy")).contains("href=\"/admin/audit\"");
  }

  private String landing(String username) throws Exception {
    return signInAsStaff(username, "demo", freshAddress())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  private RuleVersion live(RuleOwner owner) {
    return Objects.requireNonNull(policies.status(owner).live());
  }

  /** Lets an owner's rules stand so, with the version that is in force. */
  private void stands(
      RuleOwner owner,
      List<RuleVersion> waiting,
      List<RulesError> faults,
      Disk disk,
      List<RulesError> errors) {
    RulesStatus status = new RulesStatus(owner, live(owner), waiting, faults, disk, errors);
    doReturn(status).when(policies).status(owner);
    doReturn(List.of(status)).when(policies).status();
  }
}
