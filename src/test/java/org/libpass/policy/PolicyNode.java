package org.libpass.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;

/** The policy module of one node, put together by hand. */
final class PolicyNode {

  private static final int ACCOUNTS = 60;

  private final LiveVersions live;
  private final LiveRules rules;
  private final DiskRules disk;
  private final Policies policies;
  private final Workbench workbench;
  private final RuleFigures figures;
  private final AuditLog audit;

  PolicyNode(PolicyTables tables, Path directory, TaipeiClock clock) {
    this(tables, directory, clock, RulesOnDisk.COMPILER);
  }

  PolicyNode(PolicyTables tables, Path directory, TaipeiClock clock, RuleCompiler compiler) {
    audit = new AuditLog(tables.jdbc, clock);
    live = new LiveVersions(tables.versions, clock);
    rules = new LiveRules(live, tables.versions, compiler);
    DraftReader reader = new DraftReader(rules, compiler, school -> ACCOUNTS);
    figures = new RuleFigures(reader, rules, school -> ACCOUNTS);
    Publishing publishing =
        new Publishing(reader, live, tables.versions, audit, tables.transaction, clock);
    disk =
        new DiskRules(
            new RulesProperties(directory, Duration.ofSeconds(2), true),
            publishing,
            live,
            tables.versions);
    policies = new Policies(rules, tables.versions, disk, clock);
    workbench =
        new Workbench(
            reader, rules, new Decisions(tables.jdbc, tables.json, clock), publishing, disk, clock);
  }

  DiskRules disk() {
    return disk;
  }

  LiveRules rules() {
    return rules;
  }

  Policies policies() {
    return policies;
  }

  Workbench workbench() {
    return workbench;
  }

  RuleFigures figures() {
    return figures;
  }

  AuditLog audit() {
    return audit;
  }
}
