package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleVersions;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may read and change whose rules: each page and each role. */
class PolicyRightsTests extends StaffPageTest {

  private static final List<String> READ = List.of("", "/history", "/history/1");
  private static final List<String> CHANGE =
      List.of("/edit", "/figures", "/examples", "/try", "/replay", "/publish");
  private static final List<String> ACTIONS =
      List.of("/publish", "/history/1/back", "/history/1/withdraw");
  private static final List<String> WRITING =
      List.of(
          "/edit?action=save",
          "/edit?action=check",
          "/edit?action=onto",
          "/edit?action=discard-yes",
          "/look",
          "/figures");

  @Autowired RuleVersions versions;

  @ParameterizedTest(name = "{0} reads {1}: {2}, changes them: {3}")
  @CsvSource({
    "policy.ntut, NTUT,     true,  true",
    "policy.ntut, ntut,     true,  true",
    "policy.ntut, CUTE,     false, false",
    "policy.ntut, alliance, true,  false",
    "policy.ntut, NOSUCH,   false, false",
    "policy.ntut, 1,        false, false",
    "alliance,    NTUT,     true,  false",
    "alliance,    ALLIANCE, true,  true",
    "alliance,    NOSUCH,   false, false",
  })
  void ruleOwners(String account, String owner, boolean reads, boolean changes) throws Exception {
    var session = staff(account);
    for (String page : READ) {
      var answer = open("/policy/" + owner + page, session);
      assertThat(status(answer)).as(page).isEqualTo(reads ? 200 : 404);
      if (!reads) {
        assertThat(text(answer)).doesNotContain("第 1 版", "policy.drl");
      }
    }
    for (String page : CHANGE) {
      assertThat(status(open("/policy/" + owner + page, session)))
          .as(page)
          .isEqualTo(changes ? 200 : 404);
    }
    int before = versions.newest(RuleOwner.parse(owner).orElse(RuleOwner.ALLIANCE));
    for (String action : ACTIONS) {
      assertThat(status(send(session, "/policy/" + owner + action)))
          .as(action)
          .isIn(changes ? List.of(302, 422) : List.of(404));
    }
    assertThat(versions.newest(RuleOwner.parse(owner).orElse(RuleOwner.ALLIANCE)))
        .isEqualTo(before);
    for (String action : changes ? List.<String>of() : WRITING) {
      assertThat(status(send(session, "/policy/" + owner + action, "onto", "1")))
          .as(action)
          .isEqualTo(404);
    }
  }

  static Stream<Arguments> others() {
    return Stream.of("librarian.ntut", "ntut001")
        .flatMap(
            who ->
                Stream.concat(
                        Stream.of("/policy", "/policy/alliance"),
                        Stream.concat(READ.stream(), CHANGE.stream())
                            .map(it -> "/policy/NTUT" + it))
                    .map(page -> Arguments.of(who, page)));
  }

  @ParameterizedTest(name = "{0} opens {1}")
  @MethodSource("others")
  void whoIsNoAdministratorGetsNoRules(String who, String page) throws Exception {
    var session = who.contains(".") ? staff(who) : reader("NTUT", who);

    assertThat(status(open(page, session))).isEqualTo(403);
    assertThat(open(page).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/staff/sign-in");
  }

  @Test
  void whoIsNoAdministratorChangesNothing() throws Exception {
    for (String who : List.of("librarian.ntut", "policy.cute")) {
      var session = staff(who);
      for (String action : Stream.concat(ACTIONS.stream(), WRITING.stream()).toList()) {
        assertThat(status(send(session, "/policy/NTUT" + action, "reason", "x", "onto", "1")))
            .as(who + action)
            .isIn(403, 404);
      }
    }
  }

  @Test
  void theLogIsTheAlliancesAlone() throws Exception {
    assertThat(status(open("/admin/audit", staff("alliance")))).isEqualTo(200);
    assertThat(status(open("/admin/audit", staff("policy.ntut")))).isEqualTo(403);
    assertThat(status(open("/admin/audit", staff("librarian.ntut")))).isEqualTo(403);
    assertThat(open("/admin/audit").andReturn().getResponse().getRedirectedUrl())
        .isEqualTo("/staff/sign-in");
  }
}
