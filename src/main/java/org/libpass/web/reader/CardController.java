package org.libpass.web.reader;

import java.util.UUID;
import java.util.function.Predicate;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.web.CardAnswers;
import org.libpass.web.Flash;
import org.libpass.web.ProcessPictures;
import org.libpass.web.security.ReaderPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's cards: all of them, one with what happened to it, and what can be done with it. */
@Controller
@RequestMapping("/me/cards")
class CardController {

  private final Cards cards;
  private final OwnCards own;
  private final CardFaces faces;
  private final TimelineLines timeline;
  private final WaitingSince waiting;
  private final ProcessPictures pictures;
  private final CardAnswers answers;

  CardController(
      Cards cards,
      OwnCards own,
      CardFaces faces,
      TimelineLines timeline,
      WaitingSince waiting,
      ProcessPictures pictures,
      CardAnswers answers) {
    this.cards = cards;
    this.own = own;
    this.faces = faces;
    this.timeline = timeline;
    this.waiting = waiting;
    this.pictures = pictures;
    this.answers = answers;
  }

  @GetMapping
  String all(@AuthenticationPrincipal ReaderPrincipal me, Model page) {
    page.addAttribute("cards", cards.ofReader(me.id()));
    return "reader/cards";
  }

  @GetMapping("/{number}")
  String one(@AuthenticationPrincipal ReaderPrincipal me, @PathVariable String number, Model page) {
    Card card = own.numbered(me, number);
    page.addAttribute("face", faces.of(card));
    page.addAttribute("card", card);
    page.addAttribute("timeline", timeline.of(card));
    page.addAttribute("since", waiting.of(card));
    page.addAttribute("picture", pictures.of(card));
    page.addAttribute("answers", answers.of(card));
    return "reader/card";
  }

  /** The sheet of paper: only for a card that is open and was recorded as printed. */
  @GetMapping("/{number}/print")
  String sheet(
      @AuthenticationPrincipal ReaderPrincipal me, @PathVariable String number, Model page) {
    Card card = own.numbered(me, number);
    if (!card.isOpen() || !card.isPrinted()) {
      return "redirect:" + OwnCards.page(card);
    }
    page.addAttribute("face", faces.of(card));
    page.addAttribute("card", card);
    page.addAttribute("place", "me");
    page.addAttribute("back", OwnCards.page(card));
    return "reader/print";
  }

  @PostMapping("/{number}/print")
  String print(
      @AuthenticationPrincipal ReaderPrincipal me,
      @PathVariable String number,
      RedirectAttributes next) {
    Card card = own.numbered(me, number);
    if (!cards.print(card.id())) {
      Flash.refused(next, "card.print.closed");
      return "redirect:" + OwnCards.page(card);
    }
    return "redirect:" + OwnCards.page(card) + "/print";
  }

  /** The reader wants to know now what the lending schools' systems say. */
  @PostMapping("/{number}/check")
  String check(
      @AuthenticationPrincipal ReaderPrincipal me,
      @PathVariable String number,
      RedirectAttributes next) {
    Card card = own.numbered(me, number);
    answers.checkNow(card.id(), next);
    return "redirect:" + OwnCards.page(card);
  }

  /** The card alone, large, for a desk that reads it off a phone. */
  @GetMapping("/{number}/phone")
  String phone(
      @AuthenticationPrincipal ReaderPrincipal me, @PathVariable String number, Model page) {
    Card card = own.numbered(me, number);
    if (!card.isOpen()) {
      return "redirect:" + OwnCards.page(card);
    }
    page.addAttribute("face", faces.of(card));
    page.addAttribute("card", card);
    return "reader/phone";
  }

  @PostMapping("/{number}/lost")
  String lost(
      @AuthenticationPrincipal ReaderPrincipal me,
      @PathVariable String number,
      RedirectAttributes next) {
    return change(me, number, next, cards::lose, "card.lost");
  }

  @PostMapping("/{number}/cancel")
  String cancel(
      @AuthenticationPrincipal ReaderPrincipal me,
      @PathVariable String number,
      RedirectAttributes next) {
    return change(me, number, next, cards::cancel, "card.cancel");
  }

  @PostMapping("/{number}/done")
  String done(
      @AuthenticationPrincipal ReaderPrincipal me,
      @PathVariable String number,
      RedirectAttributes next) {
    return change(me, number, next, cards::done, "card.done");
  }

  private String change(
      ReaderPrincipal me,
      String number,
      RedirectAttributes next,
      Predicate<UUID> change,
      String key) {
    Card card = own.numbered(me, number);
    if (change.test(card.id())) {
      Flash.done(next, key + ".done");
    } else {
      Flash.refused(next, key + ".refused");
    }
    return "redirect:" + OwnCards.page(card);
  }
}
