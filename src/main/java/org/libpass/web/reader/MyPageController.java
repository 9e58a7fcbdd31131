package org.libpass.web.reader;

import java.util.Locale;
import org.libpass.ils.IlsUnavailable;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.Schools;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.security.ReaderPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's first page after sign-in: what is to be done, the card, the services. */
@Controller
@RequestMapping("/me")
class MyPageController {

  private final Readers readers;
  private final Schools schools;
  private final TodoLines todos;
  private final OwnCards own;
  private final Dates dates;

  MyPageController(Readers readers, Schools schools, TodoLines todos, OwnCards own, Dates dates) {
    this.readers = readers;
    this.schools = schools;
    this.todos = todos;
    this.own = own;
    this.dates = dates;
  }

  /** Never waits for the library system: shows its last answer with its time. */
  @GetMapping
  String page(@AuthenticationPrincipal ReaderPrincipal me, Model page, Locale language) {
    Reader reader = readers.get(me.id());
    page.addAttribute("reader", reader);
    page.addAttribute("school", schools.get(reader.school()));
    page.addAttribute("todos", todos.of(me.id(), language));
    page.addAttribute("held", own.held(me.id()).orElse(null));
    return "reader/home";
  }

  /** The reader asks the library system now. */
  @PostMapping("/refresh")
  String refresh(@AuthenticationPrincipal ReaderPrincipal me, RedirectAttributes next) {
    try {
      readers.refresh(me.id());
      Flash.done(next, "me.refreshed");
    } catch (IlsUnavailable noAnswer) {
      Flash.refused(
          next, "me.not-refreshed", dates.moment(readers.get(me.id()).homeRecord().askedAt()));
    }
    return "redirect:/me";
  }
}
