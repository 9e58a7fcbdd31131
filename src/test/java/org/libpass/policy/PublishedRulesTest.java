package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.RuleVersion.Origin;
import org.libpass.policy.RulesStatus.Disk;
import org.libpass.policy.facts.Application;

@DisplayName("Published rules")
class PublishedRulesTest {

  private static final RuleOwner OWNER = RuleOwner.of(NTUT);
  private static final String AUTHOR = "policy.ntut";

  private final PolicyTables tables = new PolicyTables();
  private final TaipeiClock clock =
      new TaipeiClock(
          Clock.fixed(java.time.Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC),
          Duration.ZERO);

  @TempDir Path here;
  @TempDir Path there;
  private PolicyNode node;
  private PolicyNode other;

  @BeforeEach
  void twoNodesWithADiskEach() throws IOException {
    for (Path directory : List.of(here, there)) {
      put(
          directory,
          "alliance",
          RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl")));
      put(directory, "NTUT", days(5));
    }
    node = start(here);
    other = start(there);
  }

  private PolicyNode start(Path directory) {
    PolicyNode started = new PolicyNode(tables, directory, clock);
    started.disk().start();
    return started;
  }

  private static void put(Path directory, String folder, String text) throws IOException {
    Files.createDirectories(directory.resolve(folder));
    Files.writeString(directory.resolve(folder).resolve("policy.drl"), text);
  }

  private static String days(int days) {
    return "rule \"使用天數\" when Application() then limits.validDays(" + days + "); end\n";
  }

  private static int validDays(PolicyNode node) {
    return node.policies().limits(NTUT, new Application()).validDays();
  }

  private static Disk disk(PolicyNode node) {
    return node.policies().status(OWNER).disk();
  }

  private Published propose(PolicyNode at, int days, @Nullable LocalDate from) {
    int base = tables.versions.newest(OWNER);
    return at.workbench()
        .publish(new Proposal(OWNER, new RuleTexts(days(days), "", ""), base, AUTHOR, "試行", from));
  }

  private void pollAll() {
    for (int look = 0; look < 3; look++) {
      node.disk().poll();
      other.disk().poll();
    }
  }

  private List<String> actions() {
    return node.audit().newest(null, 20).stream().map(AuditLog.Entry::action).toList();
  }

  @Test
  void ofTwoNodesWithTheSameFilesAreOneVersion() {
    assertThat(tables.versions.newest(OWNER)).isEqualTo(1);
    assertThat(tables.versions.newest(RuleOwner.ALLIANCE)).isEqualTo(1);
    assertThat(disk(other)).isEqualTo(Disk.SAME);
  }

  @Test
  void holdForTheNextDecisionOnEveryNode() {
    assertThat(propose(node, 9, null)).isInstanceOf(Published.Done.class);

    assertThat(validDays(other)).isEqualTo(9);
    assertThat(validDays(node)).isEqualTo(9);
    RuleVersion version = tables.versions.find(OWNER, 2).orElseThrow();
    assertThat(version.origin()).isEqualTo(Origin.BROWSER);
    assertThat(version.author()).isEqualTo(AUTHOR);
    assertThat(version.reason()).isEqualTo("試行");
    assertThat(actions().get(0)).isEqualTo("rules-published");
  }

  @Test
  void areWrittenToTheDiskWhereTheyWerePublishedAndNoNodeBringsTheOldOnesBack() {
    propose(node, 9, null);
    pollAll();

    assertThat(here.resolve("NTUT/policy.drl")).hasContent(days(9));
    assertThat(disk(node)).isEqualTo(Disk.SAME);
    assertThat(disk(other)).as("still the old file there").isEqualTo(Disk.DIFFERS);
    assertThat(validDays(other)).isEqualTo(9);
    assertThat(tables.versions.newest(OWNER)).isEqualTo(2);
  }

  @Test
  void surviveARedeployWithOldFiles() throws IOException {
    propose(node, 9, null);
    put(here, "NTUT", days(5));

    PolicyNode redeployed = start(here);
    redeployed.disk().poll();
    redeployed.disk().poll();

    assertThat(validDays(redeployed)).isEqualTo(9);
    assertThat(disk(redeployed)).isEqualTo(Disk.DIFFERS);
    assertThat(tables.versions.newest(OWNER)).isEqualTo(2);
  }

  @Test
  void areReplacedByNewFilesOfARedeploy() throws IOException {
    propose(node, 9, null);
    put(here, "NTUT", days(7));

    PolicyNode redeployed = start(here);

    assertThat(validDays(redeployed)).isEqualTo(7);
    assertThat(validDays(other)).isEqualTo(7);
  }

  @Test
  void areReplacedByAnOldTextThatSomebodySavesAgain() throws IOException {
    propose(node, 9, null);
    put(there, "NTUT", days(9));
    pollAll();
    put(there, "NTUT", days(5));
    pollAll();

    assertThat(validDays(node)).isEqualTo(5);
    assertThat(tables.versions.newest(OWNER)).isEqualTo(3);
    assertThat(disk(node)).as("written when 9 was published").isEqualTo(Disk.DIFFERS);
  }

  @Test
  void holdAlsoWhereTheDiskCannotBeWritten() throws IOException {
    // A folder of that name can't be replaced by a file, whoever runs the test.
    Path file = here.resolve("NTUT/policy.drl");
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));

    assertThat(propose(node, 9, null)).isInstanceOf(Published.Done.class);
    pollAll();

    assertThat(validDays(node)).isEqualTo(9);
    assertThat(disk(node)).isEqualTo(Disk.WRONG);
    try (var files = Files.list(here.resolve("NTUT"))) {
      assertThat(files).as("nothing half-written is left").hasSize(1);
    }
  }

  @Test
  void waitForTheirDate() {
    propose(node, 9, LocalDate.of(2026, 11, 25));
    assertThat(validDays(node)).isEqualTo(5);
    assertThat(node.policies().status(OWNER).waiting()).hasSize(1);

    clock.advance(Duration.ofDays(1));
    assertThat(validDays(other)).as("on the day before").isEqualTo(5);
    clock.advance(Duration.ofHours(15));

    assertThat(validDays(other)).as("from midnight in Taipei").isEqualTo(9);
    assertThat(validDays(node)).isEqualTo(9);
    assertThat(node.policies().status(OWNER).waiting()).isEmpty();
  }

  @Test
  void areWrittenToTheDiskOnTheirDay() throws IOException {
    put(there, "NTUT", days(7));
    pollAll();
    put(here, "NTUT", days(7));
    pollAll();
    propose(node, 9, LocalDate.of(2026, 11, 25));
    pollAll();
    assertThat(here.resolve("NTUT/policy.drl")).hasContent(days(7));
    put(there, "NTUT", "rule \"半句");
    pollAll();

    clock.advance(Duration.ofDays(2));
    pollAll();

    assertThat(here.resolve("NTUT/policy.drl")).hasContent(days(9));
    assertThat(disk(node)).isEqualTo(Disk.SAME);
    assertThat(there.resolve("NTUT/policy.drl")).as("somebody's work").content().contains("半句");
    assertThat(disk(other)).isEqualTo(Disk.WRONG);
    assertThat(tables.versions.newest(OWNER)).isEqualTo(3);
  }

  @Test
  void canBeWithdrawnBeforeTheirDateAndNotAfter() {
    propose(node, 9, LocalDate.of(2026, 11, 24));
    assertThat(node.workbench().withdraw(OWNER, 2, AUTHOR)).isTrue();
    assertThat(node.workbench().withdraw(OWNER, 2, AUTHOR)).isFalse();
    clock.advance(Duration.ofDays(2));

    assertThat(validDays(other)).isEqualTo(5);
    assertThat(node.workbench().withdraw(OWNER, 1, AUTHOR)).isFalse();
    assertThat(actions()).contains("rules-scheduled", "rules-withdrawn");
  }

  @Test
  void areNotOverwrittenByWhoDidNotSeeThem() {
    propose(node, 9, null);
    Proposal late =
        new Proposal(OWNER, new RuleTexts(days(7), "", ""), 1, "policy2.ntut", "另案", null);

    Published answer = other.workbench().publish(late);

    assertThat(answer).isInstanceOf(Published.Overtaken.class);
    assertThat(((Published.Overtaken) answer).newest().author()).isEqualTo(AUTHOR);
    assertThat(validDays(other)).isEqualTo(9);
  }

  @Test
  void publishedTwiceAreOneVersion() {
    propose(node, 9, null);

    assertThat(propose(node, 9, null)).isInstanceOf(Published.Unchanged.class);
    assertThat(tables.versions.newest(OWNER)).isEqualTo(2);
  }

  @Test
  void laterOnANodeWhoseClockIsBehindHoldLater() {
    propose(node, 9, null);
    TaipeiClock behind =
        new TaipeiClock(Clock.offset(clock, Duration.ofMinutes(-5)), Duration.ZERO);
    PolicyNode slow = new PolicyNode(tables, there, behind);

    propose(slow, 7, null);

    assertThat(validDays(node)).isEqualTo(7);
    assertThat(validDays(slow)).isEqualTo(7);
  }

  @Test
  void areNotPublishedWhenTheyAreWrong() {
    Published answer = propose(node, 99, null);

    assertThat(((Published.Refused) answer).check().errors())
        .singleElement()
        .satisfies(error -> assertThat(error.file()).isEqualTo("NTUT/policy.drl"));
    assertThat(validDays(node)).isEqualTo(5);
    AuditLog.Entry refusal = node.audit().newest("NTUT", 1).get(0);
    assertThat(refusal.action()).isEqualTo("rules-refused");
    assertThat(refusal.actor()).isEqualTo(AUTHOR);
    assertThat(refusal.detail()).contains("NTUT/policy.drl:1", "99");
  }

  @Test
  void allowNoLargerQuotaThanThereAreAccounts() {
    RuleTexts texts =
        new RuleTexts(
            "\nrule \"每校張數\" when Application() then limits.openCardsPerSchool(61); end", "", "");

    assertThat(node.workbench().look(OWNER, texts).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(2);
              assertThat(error.en()).contains("61").contains("60");
            });
  }

  @Test
  void ofTheAllianceFlagASchoolThatTheyDoNotGoWith() {
    String alliance =
        RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl"))
            .replace("rule \"使用天數\"", "rule \"使用天數\" @locked");
    Proposal proposal =
        new Proposal(
            RuleOwner.ALLIANCE, new RuleTexts(alliance, "", ""), 1, "alliance", "鎖定", null);

    Published answer = node.workbench().publish(proposal);

    assertThat(((Published.Done) answer).version().report().flagged()).containsExactly("NTUT");
    assertThat(validDays(other)).as("the alliance's figure").isEqualTo(3);
    assertThat(other.policies().status(OWNER).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.file()).isEqualTo("NTUT/policy.drl"));
  }
}
