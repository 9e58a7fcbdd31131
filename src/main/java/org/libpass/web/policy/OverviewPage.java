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
  record Part(String question, List<RuleSides> rules) {}

  String fill(StaffPrincipal account, RuleOwner owner, Model model) {
    List<RuleSides> sides = policies.sides(owner);
    model.addAttribute("owner", owner);
    model.addAttribute("ownerName", names.of(owner));
    model.addAttribute("standing", standings.of(account, policies.status(owner)));
    model.addAttribute("mayChange", access.mayChange(account, owner));
    model.addAttribute("parts", parts(sides));
    model.addAttribute("replaced", sides.stream().filter(RuleSides::isReplaced).count());
    model.addAttribute("added", sides.stream().filter(rule -> rule.alliance() == null).count());
    return "policy/overview";
  }

  private static List<Part> parts(List<RuleSides> sides) {
    Map<String, List<RuleSides>> byQuestion = new LinkedHashMap<>();
    sides.forEach(
        rule ->
            byQuestion
                .computeIfAbsent(rule.inForce().question(), none -> new ArrayList<>())
                .add(rule));
    return byQuestion.entrySet().stream()
        .map(part -> new Part(part.getKey(), List.copyOf(part.getValue())))
        .toList();
  }
}
