package org.libpass.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.policy.Reason;
import org.libpass.reader.PrivacyTexts;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.Schools;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.libpass.web.security.ReaderPrincipal;
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

/** Applying for a card: see what one gets, confirm, and have an answer. */
@Controller
@RequestMapping("/me/cards/new")
class CardApplicationController {

  private static final String PAGE = "reader/apply";

  private final CardApplications applications;
  private final Readers readers;
  private final Schools schools;
  private final Offers offers;
  private final FormChanges changes;
  private final PrivacyTexts privacy;
  private final OwnCards own;
  private final Dates dates;

  CardApplicationController(
      CardApplications applications,
      Readers readers,
      Schools schools,
      Offers offers,
      FormChanges changes,
      PrivacyTexts privacy,
      OwnCards own,
      Dates dates) {
    this.applications = applications;
    this.readers = readers;
    this.schools = schools;
    this.offers = offers;
    this.changes = changes;
    this.privacy = privacy;
    this.own = own;
    this.dates = dates;
  }

  @GetMapping
  String offer(@AuthenticationPrincipal ReaderPrincipal me, Model page) {
    Offer offer = show(me, page);
    Optional<Card> held = own.held(me.id());
    page.addAttribute("held", held.orElse(null));
    if (held.isPresent()) {
      page.addAttribute("reasons", besidesHolding(offer.decision().objections()));
    }
    page.addAttribute("contact", ContactForm.of(readers.get(me.id()), offer.fingerprint()));
    return PAGE;
  }

  @PostMapping
  String apply(
      @AuthenticationPrincipal ReaderPrincipal me,
      @Valid @ModelAttribute("contact") ContactForm contact,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    Optional<Card> held = own.held(me.id());
    if (held.isPresent()) {
      return alreadyHolds(held.get(), next);
    }
    if (mustAgreeFirst(me)) {
      Flash.note(next, "own-privacy.first");
      return "redirect:/me/privacy?then=apply";
    }
    Offer offer = show(me, page);
    if (!contact.seen().equals(offer.fingerprint())) {
      page.addAttribute("contact", contact.having(offer.fingerprint()));
      page.addAttribute("changes", changes.between(contact.seen(), offer.shown(), me.school()));
      response.setStatus(HttpStatus.CONFLICT.value());
      return PAGE;
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    readers.correctContact(me.id(), contact.email(), contact.phone());
    return answer(applications.apply(me.id()), me, page, response, next);
  }

  private String answer(
      Answer answer,
      ReaderPrincipal me,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (answer instanceof Answer.Issued issued) {
      Flash.done(next, "apply.issued", dates.day(issued.card().validUntil()));
      return "redirect:" + OwnCards.page(issued.card());
    }
    if (answer instanceof Answer.Referred referred) {
      Flash.done(next, "apply.referred");
      return "redirect:/me/applications/" + referred.application();
    }
    if (answer instanceof Answer.Refused refused) {
      Optional<Card> held = own.held(me.id());
      if (held.isPresent()) {
        return alreadyHolds(held.get(), next); // the other of two clicks was faster
      }
      show(me, page); // the library has just answered
      page.addAttribute("reasons", refused.reasons());
      page.addAttribute("refused", true);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return PAGE;
    }
    if (answer instanceof Answer.CannotAsk cannotAsk) {
      page.addAttribute("cannotAsk", dates.moment(cannotAsk.lastAnswer()));
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      return PAGE;
    }
    throw new IllegalStateException("Not an answer to a reader: " + answer);
  }

  private boolean mustAgreeFirst(ReaderPrincipal me) {
    Reader reader = readers.get(me.id());
    return reader.isActive() && !privacy.isAgreedBy(reader);
  }

  /** The page shows the card in hand itself; what else stands in the way is said beside it. */
  private static List<Reason> besidesHolding(List<Reason> reasons) {
    return reasons.stream().filter(reason -> !reason.key().equals("already-holds")).toList();
  }

  private static String alreadyHolds(Card held, RedirectAttributes next) {
    if (held.wasIssued()) {
      Flash.note(next, "apply.already-holds", held.number().value());
    } else {
      Flash.note(next, "apply.already-applied");
    }
    return "redirect:" + OwnCards.page(held);
  }

  private Offer show(ReaderPrincipal me, Model page) {
    Reader reader = readers.get(me.id());
    Offer offer = offers.to(reader);
    page.addAttribute("reader", reader);
    page.addAttribute("school", schools.get(reader.school()));
    page.addAttribute("offer", offer);
    page.addAttribute("reasons", offer.decision().objections());
    page.addAttribute("refused", offer.isRefused());
    page.addAttribute("mustAgree", reader.isActive() && !privacy.isAgreedBy(reader));
    return offer;
  }
}
