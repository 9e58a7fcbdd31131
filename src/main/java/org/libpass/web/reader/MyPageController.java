package org.libpass.web.reader;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Cards;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's first page after sign-in: what is to be done, the card, the services. */
@Controller
@RequestMapping("/me")
class MyPageController {

  private final Readers readers;
  private final Schools schools;
  private final TodoLines todos;
  private final Cards cards;
  private final OwnCards own;
  private final Dates dates;
  private final TaipeiClock clock;

  MyPageController(
      Readers readers,
      Schools schools,
      TodoLines todos,
      Cards cards,
      OwnCards own,
      Dates dates,
      TaipeiClock clock) {
    this.readers = readers;
    this.schools = schools;
    this.todos = todos;
    this.cards = cards;
    this.own = own;
    this.dates = dates;
    this.clock = clock;
  }

  /** Never waits for the library system: shows its last answer with its time. */
  @GetMapping
  String page(@AuthenticationPrincipal ReaderPrincipal me, Model page, Locale language) {
    Reader reader = readers.get(me.id());
    page.addAttribute("reader", reader);
    page.addAttribute("school", schools.get(reader.school()));
    page.addAttribute("todos", todos.of(me.id(), language));
    List<Card> all = cards.ofReader(me.id());
    page.addAttribute("held", own.held(me.id()).orElse(null));
    page.addAttribute("earlier", all.stream().filter(MyPageController::isOver).limit(3).toList());
    page.addAttribute("today", clock.today());
    return "reader/home";
  }

  private static boolean isOver(Card card) {
    return !card.isOpen() && card.state() != CardState.REFERRED;
  }

  /**
   * The reader asks the library system now.
   *
   * @param then {@code apply} to go back to the application
   */
  @PostMapping("/refresh")
  String refresh(
      @AuthenticationPrincipal ReaderPrincipal me,
      @RequestParam(required = false) @Nullable String then,
      RedirectAttributes next) {
    try {
      readers.refresh(me.id());
      Flash.done(next, "me.refreshed");
    } catch (IlsUnavailable noAnswer) {
      Flash.refused(
          next, "me.not-refreshed", dates.moment(readers.get(me.id()).homeRecord().askedAt()));
    }
    return "apply".equals(then) ? "redirect:/me/cards/new" : "redirect:/me";
  }
}
