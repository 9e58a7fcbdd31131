package org.libpass.web.librarian;

import java.util.Optional;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.circulation.CardEvidence;
import org.libpass.circulation.Disagreement;
import org.libpass.circulation.Disagreements;
import org.libpass.circulation.Settling;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What librarians have to see where a card and a library system say different things. */
@Component
class CirculationTaskPages {

  private final Disagreements disagreements;
  private final Settling settling;
  private final CardEvidence evidence;
  private final Cards cards;

  CirculationTaskPages(
      Disagreements disagreements, Settling settling, CardEvidence evidence, Cards cards) {
    this.disagreements = disagreements;
    this.settling = settling;
    this.evidence = evidence;
    this.cards = cards;
  }

  String disagreement(UUID id, Model model) {
    Disagreement it = disagreements.get(id);
    Card card = cards.get(it.card());
    model.addAttribute("it", it);
    model.addAttribute("card", card);
    model.addAttribute(
        "loan",
        card.loansOf(it.lender()).stream()
            .filter(loan -> loan.barcode().equals(it.barcode()))
            .reduce((earlier, later) -> later)
            .orElse(null));
    model.addAttribute(
        "other",
        Optional.ofNullable(it.otherCard()).map(cards::get).map(Card::number).orElse(null));
    model.addAttribute(
        "evidence",
        evidence.observations(it.card()).stream()
            .filter(seen -> seen.lender().equals(it.lender()))
            .filter(seen -> seen.barcode().equals(it.barcode()))
            .toList());
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", new SettleForm(null, ""));
    }
    return "librarian/task-disagreement";
  }

  String release(UUID id, Model model) {
    model.addAttribute("it", settling.release(id));
    return "librarian/task-release";
  }
}
