package org.libpass.web.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleTexts;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RuleVersions;
import org.libpass.policy.RulesCheck;
import org.libpass.staff.Role;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What was published before, by whom and why. */
@Component
class HistoryPage {

  private static final RuleTexts NOTHING = new RuleTexts("", "", "");
  private static final int REFUSALS = 20;
  private static final int WITHDRAWALS = 1000;

  private final Policies policies;
  private final OwnerNames names;
  private final PolicyAccess access;
  private final RuleVersions versions;
  private final Standings standings;
  private final AuditLog audit;
  private final TaipeiClock clock;

  HistoryPage(
      Policies policies,
      OwnerNames names,
      PolicyAccess access,
      RuleVersions versions,
      Standings standings,
      AuditLog audit,
      TaipeiClock clock) {
    this.policies = policies;
    this.names = names;
    this.access = access;
    this.versions = versions;
    this.standings = standings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where a version stands. */
  enum Place {
    IN_FORCE,
    WAITING,
    WITHDRAWN,
    EARLIER
  }

  /**
   * A version in a list.
   *
   * @param flagged the schools with which it does not go well, as far as the account may know
   * @param withdrawnBy the staff account, null when it was not withdrawn
   */
  record Row(
      RuleVersion version, Place place, List<RuleOwner> flagged, @Nullable String withdrawnBy) {}

  String list(StaffPrincipal account, RuleOwner owner, Model model) {
    int live = live(owner);
    Map<String, String> withdrawers = withdrawers(owner);
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("mayChange", access.mayChange(account, owner));
    model.addAttribute(
        "rows",
        versions.of(owner).stream()
            .map(version -> row(account, version, live, withdrawers))
            .toList());
    if (mayReadLog(account, owner)) {
      model.addAttribute("refusals", entries(owner, "rules-refused", REFUSALS));
    }
    return "policy/history";
  }

  String one(
      StaffPrincipal account, RuleVersion version, @Nullable RulesCheck refused, Model model) {
    RuleOwner owner = version.owner();
    int live = live(owner);
    RuleVersion before = before(version);
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("mayChange", access.mayChange(account, owner));
    model.addAttribute("row", row(account, version, live, withdrawers(owner)));
    model.addAttribute("before", before);
    model.addAttribute("difference", TextDifference.of(owner, texts(before), version.texts()));
    model.addAttribute("live", live);
    model.addAttribute(
        "fromLive",
        TextDifference.of(owner, texts(versions.find(owner, live).orElse(null)), version.texts()));
    model.addAttribute("check", refused);
    return "policy/version";
  }

  /** What was tried is for those whose log it is, not for all who may read the rules. */
  private static boolean mayReadLog(StaffPrincipal account, RuleOwner owner) {
    return account.roles().contains(Role.ALLIANCE_ADMINISTRATOR) || !owner.isAlliance();
  }

  private int live(RuleOwner owner) {
    RuleVersion live = policies.status(owner).live();
    return live == null ? 0 : live.number();
  }

  private @Nullable RuleVersion before(RuleVersion version) {
    return versions.find(version.owner(), version.number() - 1).orElse(null);
  }

  private static RuleTexts texts(@Nullable RuleVersion version) {
    return version == null ? NOTHING : version.texts();
  }

  private Row row(
      StaffPrincipal account, RuleVersion version, int live, Map<String, String> withdrawers) {
    return new Row(
        version,
        place(version, live),
        standings.flagged(account, version),
        version.withdrawnAt() == null
            ? null
            : withdrawers.get(version.owner() + " " + version.number()));
  }

  private Place place(RuleVersion version, int live) {
    if (version.number() == live) {
      return Place.IN_FORCE;
    }
    if (version.withdrawnAt() != null) {
      return Place.WITHDRAWN;
    }
    return version.isWaiting(clock.instant()) ? Place.WAITING : Place.EARLIER;
  }

  private Map<String, String> withdrawers(RuleOwner owner) {
    return entries(owner, "rules-withdrawn", WITHDRAWALS).stream()
        .collect(
            Collectors.toMap(AuditLog.Entry::subject, AuditLog.Entry::actor, (one, other) -> one));
  }

  private List<AuditLog.Entry> entries(RuleOwner owner, String action, int most) {
    return audit.find(new AuditLog.Wanted(owner.value(), action, null), most);
  }
}
