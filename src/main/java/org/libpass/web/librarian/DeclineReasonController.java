package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.libpass.content.DeclineReason;
import org.libpass.content.DeclineReason.Question;
import org.libpass.content.DeclineReasons;
import org.libpass.web.Flash;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A school's librarians write the list of reasons for saying no. */
@Controller
@RequestMapping("/content/reasons")
class DeclineReasonController {

  private static final String PAGE = "librarian/decline-reasons";
  private static final String BACK = "redirect:/content/reasons";

  private final RefusalTexts texts;
  private final DeclineReasons reasons;

  DeclineReasonController(RefusalTexts texts, DeclineReasons reasons) {
    this.texts = texts;
    this.reasons = reasons;
  }

  @GetMapping
  String lists(@AuthenticationPrincipal StaffPrincipal staff, Model page) {
    Map<Question, List<TypedReason>> lists = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      lists.put(
          question,
          TypedReason.padded(
              texts.list(staff.ownSchool(), question).stream()
                  .map(reason -> new TypedReason(reason.zh(), reason.en()))
                  .toList()));
    }
    page.addAttribute("lists", lists);
    return PAGE;
  }

  @PostMapping("/{question}")
  String change(
      @AuthenticationPrincipal StaffPrincipal staff,
      @PathVariable String question,
      @RequestParam(defaultValue = "") String[] zh,
      @RequestParam(defaultValue = "") String[] en,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    for (Question known : Question.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(question)) {
        return change(staff, known, typed(zh, en), page, response, next);
      }
    }
    return BACK;
  }

  private static List<TypedReason> typed(String[] zh, String[] en) {
    List<TypedReason> typed = new ArrayList<>();
    for (int i = 0; i < Math.min(Math.min(zh.length, en.length), DeclineReason.MOST); i++) {
      typed.add(new TypedReason(zh[i], en[i]));
    }
    return typed;
  }

  private String change(
      StaffPrincipal staff,
      Question question,
      List<TypedReason> typed,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (typed.stream().anyMatch(one -> one.wrong() != null)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      lists(staff, page);
      page.addAttribute("wrong", question);
      page.addAttribute("typed", TypedReason.padded(typed));
      return PAGE;
    }
    List<DeclineReason> list =
        typed.stream().filter(one -> !one.isEmpty()).map(TypedReason::reason).toList();
    reasons.change(staff.ownSchool(), question, list, staff.username());
    Flash.done(next, list.isEmpty() ? "inbox.reasons.reset" : "inbox.reasons.saved");
    return BACK;
  }
}
