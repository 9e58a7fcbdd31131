package org.libpass.web.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RulesStatus;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.staff.Role;
import org.libpass.web.NotHere;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which rules are in force: the alliance's and one's own school's; all to the alliance. */
@Controller
class PolicyController {

  private static final String ALLIANCE = "alliance";

  private final Policies policies;
  private final Schools schools;

  PolicyController(Policies policies, Schools schools) {
    this.policies = policies;
    this.schools = schools;
  }

  @GetMapping("/policy")
  String status(@AuthenticationPrincipal StaffPrincipal administrator, Model model) {
    List<RulesStatus> visible =
        policies.status().stream()
            .filter(status -> mayRead(administrator, status.owner().value()))
            .toList();
    Set<String> withOwnRules =
        visible.stream().map(status -> status.owner().value()).collect(Collectors.toSet());
    model.addAttribute("rows", visible);
    model.addAttribute("broken", visible.stream().filter(RulesStatus::needsLook).toList());
    model.addAttribute(
        "followers",
        schools.all().stream()
            .filter(school -> mayRead(administrator, school.code().value()))
            .filter(school -> !withOwnRules.contains(school.code().value()))
            .toList());
    return "policy/status";
  }

  @GetMapping("/policy/{school}")
  String rules(
      @AuthenticationPrincipal StaffPrincipal administrator,
      @PathVariable String school,
      Model model,
      HttpServletResponse response) {
    Optional<School> known =
        SchoolCode.parse(school)
            .flatMap(schools::find)
            .filter(found -> mayRead(administrator, found.code().value()));
    if (known.isEmpty()) {
      return NotHere.answer(model, response, "policy.not-here", "/policy", "policy.back");
    }
    model.addAttribute("school", known.get());
    model.addAttribute("status", policies.status(RuleOwner.of(known.get().code())));
    model.addAttribute("version", policies.version(known.get().code()));
    model.addAttribute("rules", policies.rules(known.get().code()));
    return "policy/rules";
  }

  private static boolean mayRead(StaffPrincipal administrator, String owner) {
    SchoolCode own = administrator.school();
    return owner.equals(ALLIANCE)
        || administrator.roles().contains(Role.ALLIANCE_ADMINISTRATOR)
        || (own != null && own.value().equals(owner));
  }
}
