package org.libpass.web.open;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.libpass.card.Card;
import org.libpass.card.CardSeal;
import org.libpass.card.Cards;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Readers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a card's QR code leads whoever scans it: whether it is valid, its state and a masked name,
 * and nothing else.
 */
@Controller
class VerifyController {

  private final CardSeal seal;
  private final Cards cards;
  private final Readers readers;
  private final TaipeiClock clock;

  VerifyController(CardSeal seal, Cards cards, Readers readers, TaipeiClock clock) {
    this.seal = seal;
    this.cards = cards;
    this.readers = readers;
    this.clock = clock;
  }

  @GetMapping("/verify/{token}")
  String verify(@PathVariable String token, Model page, HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex");
    page.addAttribute("now", clock.instant());
    Optional<CardSeal.Content> content = seal.read(token);
    Optional<Card> found = content.flatMap(known -> cards.find(known.card()));
    if (found.filter(Card::wasIssued).isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return answer("altered", page);
    }
    Card card = found.get();
    if (card.fit(content.get().generation()) == Card.Fit.REPLACED) {
      return answer("replaced", page);
    }
    page.addAttribute("card", card);
    page.addAttribute("name", readers.get(card.reader()).maskedName());
    if (card.canLend(clock.today())) {
      return answer("valid", page);
    }
    boolean daysOver = card.isOpen() && clock.today().isAfter(card.validUntil());
    page.addAttribute("why", daysOver ? "DAYS_OVER" : card.isOpen() ? "IN_USE" : card.state());
    return answer("over", page);
  }

  private static String answer(String answer, Model page) {
    page.addAttribute("answer", answer);
    return "open/verify";
  }
}
