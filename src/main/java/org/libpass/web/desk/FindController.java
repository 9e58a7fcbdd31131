package org.libpass.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.circulation.NameSearch;
import org.libpass.reader.Readers;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finds a card that is not at hand. What was found is shown once. */
@Controller
class FindController {

  private static final String FOUND = "found";

  private final NameSearch search;
  private final Cards cards;
  private final Readers readers;
  private final Schools schools;

  FindController(NameSearch search, Cards cards, Readers readers, Schools schools) {
    this.search = search;
    this.cards = cards;
    this.readers = readers;
    this.schools = schools;
  }

  /** A card with its reader's name, which the librarian has typed in full. */
  record Hit(Card card, String reader) {}

  @GetMapping("/desk/find")
  String show(Model model) {
    if (model.getAttribute(FOUND) instanceof List<?> numbers) {
      model.addAttribute(
          "hits", numbers.stream().flatMap(number -> hit(number.toString()).stream()).toList());
    }
    return page(model);
  }

  private Optional<Hit> hit(String number) {
    return CardNumber.parse(number)
        .flatMap(cards::find)
        .map(card -> new Hit(card, readers.get(card.reader()).name()));
  }

  private String page(Model model) {
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", new FindForm(null, null, null));
    }
    model.addAttribute("schools", schools.all());
    return "desk/find";
  }

  @PostMapping("/desk/find")
  String find(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @Valid @ModelAttribute("form") FindForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<SchoolCode> home =
        SchoolCode.parse(form.school()).flatMap(schools::find).map(School::code);
    if (home.isEmpty() && !errors.hasFieldErrors("school")) {
      errors.rejectValue("school", "loans.find.school.required");
    }
    if (errors.hasErrors() || home.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(model);
    }
    List<String> found = new ArrayList<>();
    search
        .find(librarian.ownSchool(), home.get(), form.name(), librarian.username(), form.reason())
        .forEach(card -> found.add(card.number().value()));
    if (found.isEmpty()) {
      Flash.note(next, "loans.find.none");
    }
    next.addFlashAttribute(FOUND, found);
    return "redirect:/desk/find";
  }
}
