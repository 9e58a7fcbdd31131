package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.NTCB;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.facts.Application;
import org.libpass.school.SchoolCode;

@DisplayName("A rule file changed while the platform runs")
class HotReloadTest {

  private static final String FIVE_DAYS =
      "rule \"使用天數\" when Application() then limits.validDays(5); end";
  private static final String NINE_DAYS =
      "rule \"使用天數\" when Application() then limits.validDays(9); end";

  @TempDir Path directory;
  private RulesOnDisk disk;

  @BeforeEach
  void theAlliancesRulesAlone() {
    disk = new RulesOnDisk(directory);
  }

  private static int validDays(Policies policies, SchoolCode school) {
    return policies.limits(school, new Application()).validDays();
  }

  private static RulesStatus status(Policies policies, String owner) {
    return policies.status().stream()
        .filter(one -> one.school().equals(owner))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String error(Policies policies, String owner) {
    RulesError error = status(policies, owner).error();
    return error == null ? null : error.file() + ":" + error.line() + " " + error.en();
  }

  @Test
  void isLiveAtTheSecondLookThatSeesItAlike() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();
    String before = status(policies, "NTUT").rules().hash();

    disk.school(NTUT, NINE_DAYS).poll();
    assertThat(validDays(policies, NTUT)).as("after one look").isEqualTo(5);
    disk.poll();

    assertThat(validDays(policies, NTUT)).isEqualTo(9);
    assertThat(status(policies, "NTUT").rules().hash()).isNotEqualTo(before);
    assertThat(disk.archived()).contains(before, status(policies, "NTUT").rules().hash());
  }

  @Test
  void isNotTakenHalfWritten() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    disk.school(NTUT, NINE_DAYS.substring(0, 30)).poll();
    assertThat(error(policies, "NTUT")).as("while it is being written").isNull();
    disk.school(NTUT, NINE_DAYS).poll();
    disk.poll();

    assertThat(validDays(policies, NTUT)).isEqualTo(9);
  }

  @Test
  void doesNotWaitForAnotherFileThatKeepsChanging() {
    Policies policies = disk.start();

    disk.school(NTUT, NINE_DAYS).school(NTCB, "// 1").poll();
    disk.school(NTCB, "// 2").poll();

    assertThat(validDays(policies, NTUT)).isEqualTo(9);
  }

  @Test
  void leavesTheLastGoodRulesWhenItIsBroken() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    disk.school(
        NTUT, "// 天數", "rule \"使用天數\"", "when Application()", "then limits.validDays(99);", "end");
    disk.poll();
    disk.poll();

    assertThat(validDays(policies, NTUT)).isEqualTo(5);
    assertThat(error(policies, "NTUT"))
        .startsWith("NTUT/policy.drl:4 ")
        .contains("limits.validDays must be between 1 and 14, not 99");
    assertThat(Objects.requireNonNull(status(policies, "NTUT").error()).zh()).contains("1 到 14");
    assertThat(error(policies, "alliance")).isNull();

    disk.school(NTUT, NINE_DAYS).poll();
    disk.poll();
    assertThat(validDays(policies, NTUT)).isEqualTo(9);
    assertThat(error(policies, "NTUT")).isNull();
  }

  @Test
  void reachesEverySchoolWhenItIsTheAlliances() {
    Policies policies =
        disk.school(NTUT, "rule \"總冊數\" when Application() then limits.totalItems(4); end").start();

    disk.allianceAlso("rule \"新天數\" when Application() then limits.validDays(7); end");
    policies.reload();

    assertThat(validDays(policies, NTCB)).isEqualTo(7);
    assertThat(validDays(policies, NTUT)).isEqualTo(7);
    assertThat(policies.limits(NTUT, new Application()).totalItems()).isEqualTo(4);
  }

  @Test
  void reachesASchoolWhoseOwnFileIsBrokenToo() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();
    disk.school(NTUT, "rule")
        .allianceAlso("rule \"新冊數\" when Application() then limits.totalItems(6); end");

    policies.reload();

    assertThat(policies.limits(NTUT, new Application()).totalItems()).isEqualTo(6);
    assertThat(validDays(policies, NTUT)).isEqualTo(5);
    assertThat(error(policies, "NTUT")).startsWith("NTUT/policy.drl:1 ");
  }

  @Test
  void leavesTheAlliancesRulesWhenTheirsIsBrokenOrGone() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    disk.alliance("rule \"壞\"\nwhen Application( then end");
    policies.reload();
    assertThat(error(policies, "alliance")).startsWith("alliance/policy.drl:2 ");
    disk.remove("alliance").remove("NTUT");
    policies.reload();

    assertThat(error(policies, "alliance"))
        .isEqualTo("alliance/policy.drl:1 The rule file of the alliance is missing.");
    assertThat(validDays(policies, NTCB)).isEqualTo(3);
    assertThat(validDays(policies, NTUT)).isEqualTo(5);
  }

  @Test
  void takenAwayLeavesTheAlliances() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    disk.remove("NTUT").poll();
    assertThat(validDays(policies, NTUT)).as("after one look").isEqualTo(5);
    disk.poll();

    assertThat(validDays(policies, NTUT)).isEqualTo(3);
    assertThat(policies.status()).extracting(RulesStatus::school).containsExactly("alliance");
  }

  @Test
  void brokenAtTheStartRunsOnTheAlliances() {
    Policies policies = disk.school(NTUT, "rule \"a\"", "when Foo() then end").start();

    assertThat(validDays(policies, NTUT)).isEqualTo(3);
    assertThat(error(policies, "NTUT")).startsWith("NTUT/policy.drl:2 ");
    assertThat(status(policies, "NTUT").rules().school()).isEqualTo("alliance");
  }

  @Test
  void withoutTheAlliancesThereIsNoStart() {
    disk.remove("alliance");

    assertThatThrownBy(disk::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("alliance/policy.drl")
        .hasMessageContaining("missing");
  }

  @Test
  void withAnAllianceThatLacksAFigureThereIsNoStart() {
    disk.alliance("rule \"a\" when Application() then decision.grant(); end");

    assertThatThrownBy(disk::start).hasMessageContaining("limits.openCardsPerSchool");
  }

  static Stream<Arguments> merges() {
    return Stream.of(
        arguments("讀者效期已過", "Application", "decision.grant();", "locked by the alliance"),
        arguments("尚未開通", "Application", "decision.grant();", "locked by the alliance"),
        arguments("停權中", "Application", "decision.grant();", "locked by the alliance"),
        arguments("本校額度已滿", "Application", "decision.grant();", "locked by the alliance"),
        arguments("逾期未還", "Lending", "decision.grant();", "must ask Application"),
        arguments("使用天數", "Application", "limits.totalItems(3);", "sets limits.validDays"),
        arguments("續借次數", "Lending", "decision.grant();", "sets limits.renewals"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("merges")
  void cannotReplace(String name, String question, String verb, String sentence) {
    Policies policies =
        disk.school(
                NTUT, "", "rule \"" + name + "\"", "when " + question + "()", "then " + verb, "end")
            .start();

    assertThat(error(policies, "NTUT")).startsWith("NTUT/policy.drl:2 ").contains(sentence);
    assertThat(policies.decide(NTUT, new Application(), steve().expired(true).now(), FREE_SCHOOL))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void inAFolderThatIsNoSchoolIsPointedOut() {
    Policies policies = disk.write("ntut", FIVE_DAYS).start();

    assertThat(error(policies, "ntut")).contains("not a school code");
    assertThat(validDays(policies, NTUT)).isEqualTo(3);
  }
}
