package org.libpass.web.desk;

import java.util.List;
import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.CardCode;
import org.libpass.card.Loan;
import org.libpass.circulation.Desk;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Limits;
import org.libpass.reader.Reader;
import org.libpass.school.SchoolCode;
import org.libpass.web.ReasonTexts;
import org.libpass.web.SchoolNames;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk with a card in hand: who, until when, and what this school lends on it. */
@Component
class DeskPage {

  static final String VIEW = "desk/desk";

  private final Desk desk;
  private final Scan scan;
  private final DeskTexts texts;
  private final ReasonTexts reasons;
  private final SchoolNames schools;
  private final TaipeiClock clock;

  DeskPage(
      Desk desk,
      Scan scan,
      DeskTexts texts,
      ReasonTexts reasons,
      SchoolNames schools,
      TaipeiClock clock) {
    this.desk = desk;
    this.scan = scan;
    this.texts = texts;
    this.reasons = reasons;
    this.schools = schools;
    this.clock = clock;
  }

  /**
   * Fills the page.
   *
   * @param scanned what was scanned or typed
   * @param identitySeen whether the librarian has seen a photo identity for this card
   */
  String fill(SchoolCode school, String scanned, boolean identitySeen, Model model) {
    model.addAttribute("base", "/desk");
    model.addAttribute("today", clock.today());
    model.addAttribute("types", ItemType.values());
    model.addAttribute("identitySeen", identitySeen);
    if (!model.containsAttribute("scan")) {
      model.addAttribute("scan", ScanForm.of(""));
    }
    if (scanned.isBlank()) {
      return VIEW;
    }
    Scan.Read read = scan.read(scanned);
    CardCode code = read.code();
    Optional<Desk.CardInHand> found = code == null ? Optional.empty() : desk.look(school, code);
    if (found.isEmpty()) {
      model.addAttribute("unknown", unknown(read));
      model.addAttribute("scan", ScanForm.of(scanned));
      return VIEW;
    }
    switch (found.get().fit()) {
      case REPLACED -> model.addAttribute("unknown", "staff.desk.replaced");
      case NUMBER_ONLY -> {
        // Typed, or read off a paper that was lost: only the identity tells them apart.
        model.addAttribute(identitySeen ? "hand" : "check", hand(school, found.get()));
      }
      case CURRENT -> model.addAttribute("hand", hand(school, found.get()));
    }
    return VIEW;
  }

  private static String unknown(Scan.Read read) {
    if (read.altered()) {
      return "staff.desk.altered";
    }
    return read.code() == null ? "staff.desk.no-number" : "staff.desk.unknown";
  }

  private DeskHand hand(SchoolCode school, Desk.CardInHand inHand) {
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
    Decision decision = inHand.decision();
    Reader reader = inHand.reader();
    return new DeskHand(
        inHand.fit() == Card.Fit.NUMBER_ONLY ? new CardCode(card.number(), null) : card.code(),
        reader.name(),
        schools.of(card.school()),
        reader.identity(),
        card.state(),
        card.slotAccount(),
        card.validUntil(),
        new DeskHand.Lending(
            cannot,
            decision instanceof Decision.Refused,
            cannot == null ? reasons.of(decision.objections()) : List.of(),
            left(decision.limits(), card, here.size()),
            card.itemsLeft(),
            decision.limits().loanDays()),
        here,
        card.loansOut().size() - here.size(),
        inHand.undoable(),
        inHand.connected());
  }

  private static int left(Limits limits, Card card, int here) {
    return Math.max(0, Math.min(card.itemsLeft(), limits.itemsAtDesk() - here));
  }
}
