package org.libpass.web.librarian;

import java.util.List;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Silence;
import org.libpass.circulation.Silences;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionStates;
import org.libpass.message.Message;
import org.libpass.message.Messages;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What librarians have to see of another school's message, and of their own silent system. */
@Component
class SchoolTaskPages {

  private final Messages messages;
  private final Cards cards;
  private final Silences silences;
  private final ConnectionStates states;

  SchoolTaskPages(Messages messages, Cards cards, Silences silences, ConnectionStates states) {
    this.messages = messages;
    this.cards = cards;
    this.silences = silences;
    this.states = states;
  }

  String message(UUID id, SchoolCode reader, Model model) {
    Message it = messages.get(id);
    Card card = cards.get(it.card());
    model.addAttribute("it", it);
    model.addAttribute("card", card);
    model.addAttribute("maySeeCard", maySee(card, reader));
    model.addAttribute(
        "item",
        card.loans().stream()
            .filter(loan -> loan.barcode().equals(it.barcode()))
            .map(Loan::label)
            .reduce((earlier, later) -> later)
            .orElse(it.barcode()));
    model.addAttribute("before", before(it, reader));
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", new AnswerForm(""));
    }
    return "librarian/task-message";
  }

  private static boolean maySee(Card card, SchoolCode reader) {
    return card.wasIssued() && CardInPath.Part.ANY.isOf(reader, card);
  }

  /** What the two schools have written about the card before. */
  private List<Message> before(Message it, SchoolCode reader) {
    return messages.about(it.card(), reader).stream()
        .filter(other -> !other.id().equals(it.id()))
        .filter(other -> other.from().equals(it.from()) || other.to().equals(it.from()))
        .toList();
  }

  String connection(UUID id, Model model) {
    Silence silence = silences.get(id);
    model.addAttribute("it", silence);
    model.addAttribute(
        "health",
        states
            .of(silence.school())
            .map(ConnectionStates.ConnectionState::health)
            .orElse(ConnectionHealth.NEVER_ASKED));
    return "librarian/task-connection";
  }
}
