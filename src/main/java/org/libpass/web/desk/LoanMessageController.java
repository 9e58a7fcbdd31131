package org.libpass.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.message.Message;
import org.libpass.message.Messages;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.SchoolNames;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A lending school writes to its reader's home school about a loan. */
@Controller
class LoanMessageController {

  private final Cards cards;
  private final Readers readers;
  private final Messages messages;
  private final SchoolNames schools;
  private final TaipeiClock clock;

  LoanMessageController(
      Cards cards, Readers readers, Messages messages, SchoolNames schools, TaipeiClock clock) {
    this.cards = cards;
    this.readers = readers;
    this.messages = messages;
    this.schools = schools;
    this.clock = clock;
  }

  /** A loan that a school has made on a card. */
  private record Lent(Card card, Loan loan) {}

  @GetMapping("/loans/{number}/message")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      @ModelAttribute("form") LoanMessageForm form,
      Model model) {
    SchoolCode own = librarian.ownSchool();
    return page(own, find(own, number, form.item()), model);
  }

  @PostMapping("/loans/{number}/message")
  String send(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String number,
      @Valid @ModelAttribute("form") LoanMessageForm form,
      BindingResult errors,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    SchoolCode own = librarian.ownSchool();
    Lent lent = find(own, number, form.item());
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(own, lent, model);
    }
    Card card = lent.card();
    messages.send(own, card.school(), card.id(), form.item(), form.text(), librarian.username());
    Flash.done(next, "loans.message.sent", schools.of(card.school()));
    next.addAttribute("item", form.item());
    return "redirect:/loans/{number}/message";
  }

  /** The school's last loan of the item on the card; none on a card of its own readers. */
  private Lent find(SchoolCode lender, String number, String barcode) {
    return CardNumber.parse(number)
        .flatMap(cards::find)
        .filter(card -> !card.school().equals(lender))
        .flatMap(
            card ->
                card.loansOf(lender).stream()
                    .filter(loan -> loan.barcode().equals(barcode))
                    .reduce((one, later) -> later)
                    .map(loan -> new Lent(card, loan)))
        .orElseThrow(() -> new NotHereException("loans.not-here", "/loans", "loans.back-to"));
  }

  private String page(SchoolCode own, Lent lent, Model model) {
    Card card = lent.card();
    List<Message> former =
        messages.about(card.id(), own).stream()
            .filter(one -> lent.loan().barcode().equals(one.barcode()))
            .toList();
    model.addAttribute("card", card);
    model.addAttribute("loan", lent.loan());
    model.addAttribute("own", own);
    model.addAttribute("today", clock.today());
    model.addAttribute("reader", readers.get(card.reader()).maskedName());
    model.addAttribute("former", former);
    return "desk/loan-message";
  }
}
