package org.libpass.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Slots;
import org.libpass.ils.ConnectionCheck;
import org.libpass.ils.ConnectionCheck.Finding;
import org.libpass.ils.ConnectionStates;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The connections to the schools' library systems: how they stand, and a check of each. */
@Controller
class ConnectionsController {

  private static final String ALL = "/admin/connections";

  private final Schools schools;
  private final ConnectionStates states;
  private final ConnectionCheck check;
  private final Slots slots;
  private final TaipeiClock clock;
  private final @Nullable Standin standins;

  ConnectionsController(
      Schools schools,
      ConnectionStates states,
      ConnectionCheck check,
      Slots slots,
      TaipeiClock clock,
      ObjectProvider<Standin> standins) {
    this.schools = schools;
    this.states = states;
    this.check = check;
    this.slots = slots;
    this.clock = clock;
    this.standins = standins.getIfAvailable();
  }

  @GetMapping(ALL)
  String all(Model model) {
    model.addAttribute("rows", schools.all().stream().map(this::row).toList());
    return "admin/connections";
  }

  private ConnectionRow row(School school) {
    return ConnectionRow.of(school, states.of(school.code()).orElse(null), clock.instant());
  }

  @GetMapping(ALL + "/{school}")
  String one(@PathVariable String school, Model model) {
    School known =
        SchoolCode.parse(school).flatMap(schools::find).orElseThrow(ConnectionsController::notHere);
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", CheckForm.EMPTY);
    }
    return fill(known, model);
  }

  private static NotHereException notHere() {
    return new NotHereException("admin.connections.not-here", ALL, "admin.back");
  }

  private String fill(School school, Model model) {
    model.addAttribute("row", row(school));
    model.addAttribute("demoAccount", demoAccount(school.code()));
    return "admin/connection";
  }

  private @Nullable String demoAccount(SchoolCode school) {
    return standins != null && standins.has(school)
        ? school.value().toLowerCase(Locale.ROOT) + "001"
        : null;
  }

  @PostMapping(ALL + "/{school}")
  String check(
      @PathVariable String school,
      @Valid @ModelAttribute("form") CheckForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    School known =
        SchoolCode.parse(school).flatMap(schools::find).orElseThrow(ConnectionsController::notHere);
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return fill(known, model);
    }
    SchoolCode code = known.code();
    try {
      List<Finding> findings = check.run(code, form.account(), form.password(), slotAccounts(code));
      next.addFlashAttribute("checked", Checked.of(findings));
    } catch (IlsUnavailable noConnection) {
      Flash.refused(next, "admin.check.no-connection");
    }
    return "redirect:" + ALL + "/" + code + "#check";
  }

  /** The first and the last account of every other school: between them are the others. */
  private List<String> slotAccounts(SchoolCode lender) {
    List<String> accounts = new ArrayList<>();
    slots
        .provisioned()
        .forEach(
            (home, last) -> {
              if (!home.equals(lender)) {
                accounts.add(home + "-1");
                accounts.add(home + "-" + last);
              }
            });
    return accounts;
  }
}
