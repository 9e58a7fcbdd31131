package org.libpass.web.librarian;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Limits;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk with a card in hand: who, until when, and what this school lends on it. */
@Component
class DeskPage {

  static final String VIEW = "librarian/desk";

  private final Desk desk;
  private final DeskTexts texts;
  private final ReasonTexts reasons;
  private final TaipeiClock clock;

  DeskPage(Desk desk, DeskTexts texts, ReasonTexts reasons, TaipeiClock clock) {
    this.desk = desk;
    this.texts = texts;
    this.reasons = reasons;
    this.clock = clock;
  }

  /**
   * What the page shows of a card in hand.
   *
   * @param cannotLend why the card lends nothing here, null when it does
   * @param objections what this school's policy says against it, or leaves to the librarian
   * @param left items that may still be lent here and now
   * @param here loans of this school that are out
   * @param elsewhere how many are out at other schools
   */
  record Hand(
      Desk.CardInHand inHand,
      @Nullable String cannotLend,
      List<ReasonTexts.Sentence> objections,
      int left,
      List<Loan> here,
      int elsewhere) {

    public boolean mayLend() {
      return cannotLend == null && !(inHand.decision() instanceof Decision.Refused);
    }
  }

  /**
   * Fills the page.
   *
   * @param scanned what was scanned or typed
   * @param identitySeen whether the librarian has seen a photo identity for this card
   */
  String fill(SchoolCode school, String scanned, boolean identitySeen, Model model) {
    model.addAttribute("scanned", scanned);
    model.addAttribute("today", clock.today());
    model.addAttribute("types", ItemType.values());
    model.addAttribute("identitySeen", identitySeen);
    if (!model.containsAttribute("lend")) {
      model.addAttribute("lend", LendForm.empty(identitySeen));
    }
    if (!model.containsAttribute("back")) {
      model.addAttribute("back", new ReturnForm(null, null, null, null));
    }
    if (scanned.isBlank()) {
      return VIEW;
    }
    Optional<CardNumber> number = Scan.number(scanned);
    Optional<Desk.CardInHand> found = number.flatMap(known -> desk.look(school, known));
    if (found.isPresent()) {
      model.addAttribute("hand", hand(school, found.get()));
    } else {
      model.addAttribute(
          "unknown", number.isPresent() ? "staff.desk.unknown" : "staff.desk.no-number");
    }
    return VIEW;
  }

  private Hand hand(SchoolCode school, Desk.CardInHand inHand) {
    Card card = inHand.card();
    List<Loan> here =
        card.loansOut().stream().filter(loan -> loan.school().equals(school)).toList();
    boolean own = card.school().equals(school);
    String cannot = null;
    if (own) {
      cannot = texts.say("staff.desk.lend.own-reader");
    } else if (!card.canLend(clock.today())) {
      cannot = texts.cannotLend(card);
    }
    return new Hand(
        inHand,
        cannot,
        cannot == null ? reasons.of(inHand.decision().objections()) : List.of(),
        left(inHand.decision().limits(), card, here.size()),
        here,
        card.loansOut().size() - here.size());
  }

  private static int left(Limits limits, Card card, int here) {
    return Math.max(0, Math.min(card.itemsLeft(), limits.itemsAtDesk() - here));
  }
}
