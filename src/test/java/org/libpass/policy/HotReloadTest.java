package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.NTCB;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.util.function.Consumer;
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
        .filter(one -> one.owner().value().equals(owner))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String error(Policies policies, String owner) {
    return status(policies, owner).errors().stream()
        .map(error -> error.file() + ":" + error.line() + " " + error.en())
        .findFirst()
        .orElse(null);
  }

  @Test
  void isLiveAtTheSecondLookThatSeesItAlike() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();
    RulesVersion before = policies.version(NTUT);

    disk.school(NTUT, NINE_DAYS).poll();
    assertThat(validDays(policies, NTUT)).as("after one look").isEqualTo(5);
    disk.poll();

    assertThat(validDays(policies, NTUT)).isEqualTo(9);
    assertThat(before.own()).isEqualTo(1);
    assertThat(policies.version(NTUT).own()).isEqualTo(2);
    assertThat(policies.version(NTUT).hash()).isNotEqualTo(before.hash());
    assertThat(status(policies, "NTUT").disk()).isEqualTo(RulesStatus.Disk.SAME);
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
    assertThat(status(policies, "NTUT").errors().get(0).zh()).contains("1 到 14");
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
    disk.settle();

    assertThat(validDays(policies, NTCB)).isEqualTo(7);
    assertThat(validDays(policies, NTUT)).isEqualTo(7);
    assertThat(policies.limits(NTUT, new Application()).totalItems()).isEqualTo(4);
  }

  @Test
  void reachesASchoolWhoseOwnFileIsBrokenToo() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();
    disk.school(NTUT, "rule")
        .allianceAlso("rule \"新冊數\" when Application() then limits.totalItems(6); end");

    disk.settle();

    assertThat(policies.limits(NTUT, new Application()).totalItems()).isEqualTo(6);
    assertThat(validDays(policies, NTUT)).isEqualTo(5);
    assertThat(error(policies, "NTUT")).startsWith("NTUT/policy.drl:1 ");
  }

  @Test
  void leavesTheAlliancesRulesWhenTheirsIsBrokenOrGone() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    disk.alliance("rule \"壞\"\nwhen Application( then end");
    disk.settle();
    assertThat(error(policies, "alliance")).startsWith("alliance/policy.drl:2 ");
    disk.remove("alliance").remove("NTUT");
    disk.settle();

    assertThat(error(policies, "alliance"))
        .isEqualTo("alliance/policy.drl:1 The rule file of the alliance is missing.");
    assertThat(validDays(policies, NTCB)).isEqualTo(3);
    assertThat(validDays(policies, NTUT)).isEqualTo(5);
  }

  static Stream<Arguments> lost() {
    return Stream.of(
        arguments("deleted", (Consumer<RulesOnDisk>) disk -> disk.remove("NTUT"), "is gone"),
        arguments("empty", (Consumer<RulesOnDisk>) disk -> disk.school(NTUT, ""), "is empty"),
        arguments("blank", (Consumer<RulesOnDisk>) disk -> disk.school(NTUT, " ", ""), "is empty"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lost")
  void lostLeavesTheLastGoodRules(String how, Consumer<RulesOnDisk> lose, String sentence) {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    lose.accept(disk);
    disk.settle();

    assertThat(validDays(policies, NTUT)).isEqualTo(5);
    assertThat(error(policies, "NTUT")).startsWith("NTUT/policy.drl:1 ").contains(sentence);
    assertThat(status(policies, "NTUT").disk()).isEqualTo(RulesStatus.Disk.WRONG);
  }

  @Test
  void withNothingButACommentGivesUpTheSchoolsOwnRules() {
    Policies policies = disk.school(NTUT, FIVE_DAYS).start();

    disk.school(NTUT, "// 照聯盟規則").settle();

    assertThat(validDays(policies, NTUT)).isEqualTo(3);
    assertThat(error(policies, "NTUT")).isNull();
  }

  @Test
  void brokenAtTheStartRunsOnTheAlliances() {
    Policies policies = disk.school(NTUT, "rule \"a\"", "when Foo() then end").start();

    assertThat(validDays(policies, NTUT)).isEqualTo(3);
    assertThat(error(policies, "NTUT")).startsWith("NTUT/policy.drl:2 ");
    assertThat(status(policies, "NTUT").live()).isNull();
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
