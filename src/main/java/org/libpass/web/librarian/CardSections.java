package org.libpass.web.librarian;

import java.util.List;
import java.util.function.Predicate;
import org.libpass.card.Card;
import org.libpass.card.Fine;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.notice.Mailbox;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a school may do with a card and has done: its home school revokes and prints it and sees the
 * mails about it, a lending school settles its loans and records fines.
 */
@Component
class CardSections {

  private final Fines fines;
  private final Mailbox mails;

  CardSections(Fines fines, Mailbox mails) {
    this.fines = fines;
    this.mails = mails;
  }

  /** Adds it to the card's page; a form that comes back with what was wrong stays as it is. */
  void add(SchoolCode school, Card card, Model model) {
    boolean home = card.school().equals(school);
    List<Loan> ours = card.loansOf(school);
    model.addAttribute("ours", ours);
    model.addAttribute("oursOut", ours.stream().filter(Loan::isOut).toList());
    model.addAttribute("settlements", Loan.As.values());
    model.addAttribute("school", school);
    model.addAttribute("fines", fines.of(card.id()).stream().filter(seen(school, home)).toList());
    if (home) {
      model.addAttribute("mails", mails.to(card.reader(), card.id()));
    }
    addForm(model, "form", new RevokeForm("", false));
    addForm(model, "settle", new SettleLoanForm("", null, "", false));
    addForm(model, "fine", new FineForm("", "", ""));
    addForm(model, "lift", new LiftForm("", ""));
  }

  private static Predicate<Fine> seen(SchoolCode school, boolean home) {
    return fine -> home || fine.lender().equals(school);
  }

  private static void addForm(Model model, String name, Object empty) {
    if (!model.containsAttribute(name)) {
      model.addAttribute(name, empty);
    }
  }
}
