package org.libpass.web.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleSides;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One owner's rules in plain words: what the alliance says beside what a school changes. */
@Component
class OverviewPage {

  private final Policies policies;
  private final OwnerNames names;
  private final PolicyAccess access;
  private final Standings standings;

  OverviewPage(Policies policies, OwnerNames names, PolicyAccess access, Standings standings) {
    this.policies = policies;
    this.names = names;
    this.access = access;
    this.standings = standings;
  }

  /**
   * The rules of one decision point.
   *
   * @param question such as {@code Application}
   */
  record Part(String question, List<Placed> rules) {}

  /** A rule and the name of its place on the page. */
  record Placed(String anchor, RuleSides sides) {}

  String fill(StaffPrincipal account, RuleOwner owner, Model model) {
    List<RuleSides> sides = policies.sides(owner);
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("standing", standings.of(account, policies.status(owner)));
    model.addAttribute("mayChange", access.mayChange(account, owner));
    List<Part> parts = parts(sides);
    model.addAttribute("parts", parts);
    model.addAttribute(
        "changed",
        parts.stream()
            .flatMap(part -> part.rules().stream())
            .filter(rule -> rule.sides().own() != null)
            .toList());
    return "policy/overview";
  }

  private static List<Part> parts(List<RuleSides> sides) {
    Map<String, List<Placed>> byQuestion = new LinkedHashMap<>();
    for (RuleSides rule : sides) {
      String question = rule.inForce().question();
      List<Placed> part = byQuestion.computeIfAbsent(question, none -> new ArrayList<>());
      part.add(new Placed(question + "-" + (part.size() + 1), rule));
    }
    return byQuestion.entrySet().stream()
        .map(part -> new Part(part.getKey(), List.copyOf(part.getValue())))
        .toList();
  }
}
