package org.libpass.web.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.school.Schools;
import org.libpass.web.policy.Standings.Standing;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How rules stand: the alliance's and one's own school's; all to the alliance. */
@Controller
class PolicyController {

  private final Policies policies;
  private final PolicyAccess access;
  private final Schools schools;
  private final Standings standings;
  private final OverviewPage overview;

  PolicyController(
      Policies policies,
      PolicyAccess access,
      Schools schools,
      Standings standings,
      OverviewPage overview) {
    this.policies = policies;
    this.access = access;
    this.schools = schools;
    this.standings = standings;
    this.overview = overview;
  }

  @GetMapping("/policy")
  String all(@AuthenticationPrincipal StaffPrincipal administrator, Model model) {
    List<Standing> rows =
        policies.status().stream()
            .filter(status -> access.mayRead(administrator, status.owner()))
            .map(status -> standings.of(administrator, status))
            .toList();
    Set<RuleOwner> withOwnRules = rows.stream().map(Standing::owner).collect(Collectors.toSet());
    model.addAttribute("rows", rows);
    model.addAttribute("wrong", rows.stream().filter(Standing::hasWrongFiles).toList());
    List<Standing> leftOut = rows.stream().filter(Standing::leavesRulesOut).toList();
    model.addAttribute("leftOut", leftOut);
    model.addAttribute("flagged", flagged(rows, leftOut));
    model.addAttribute("differing", rows.stream().filter(Standing::differs).toList());
    model.addAttribute(
        "followers",
        schools.all().stream()
            .filter(school -> !withOwnRules.contains(RuleOwner.of(school.code())))
            .filter(school -> access.mayRead(administrator, RuleOwner.of(school.code())))
            .toList());
    return "policy/all";
  }

  /** The schools that the alliance's version does not go well with, but those already told of. */
  private static List<RuleOwner> flagged(List<Standing> rows, List<Standing> told) {
    Set<RuleOwner> known = told.stream().map(Standing::owner).collect(Collectors.toSet());
    return rows.stream()
        .flatMap(row -> row.flagged().stream())
        .filter(school -> !known.contains(school))
        .toList();
  }

  @GetMapping("/policy/{owner}")
  String one(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @MayRead RuleOwner owner,
      Model model) {
    return overview.fill(administrator, owner, model);
  }
}
