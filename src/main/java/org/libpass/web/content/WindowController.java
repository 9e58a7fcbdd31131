package org.libpass.web.content;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.libpass.school.SchoolWindow;
import org.libpass.school.Schools;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A school's librarians say how their library and its catalogue are reached. */
@Controller
@RequestMapping("/content/contact")
class WindowController {

  private static final String PAGE = "content/contact";

  private final Schools schools;

  WindowController(Schools schools) {
    this.schools = schools;
  }

  @GetMapping
  String form(@AuthenticationPrincipal StaffPrincipal staff, Model page) {
    page.addAttribute("form", WindowForm.of(SchoolWindow.of(schools.get(staff.ownSchool()))));
    return PAGE;
  }

  @PostMapping
  String change(
      @AuthenticationPrincipal StaffPrincipal staff,
      @Valid @ModelAttribute("form") WindowForm form,
      BindingResult errors,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    schools.changeWindow(staff.ownSchool(), form.window(), staff.username());
    Flash.done(next, "content.window.changed");
    return "redirect:/content";
  }
}
