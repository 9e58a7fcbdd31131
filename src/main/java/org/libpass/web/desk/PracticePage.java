package org.libpass.web.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.libpass.card.CardCode;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.web.Barcodes;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk's page over a practice. */
@Component("practice")
class PracticePage {

  /** A card's number, whole or a part, whosever it is; or the link of a QR code. */
  private static final Pattern CARD =
      Pattern.compile("(?i)https?://\\S+/verify/\\S*|[a-z]{2,8}-\\d{1,4}(-\\d*)*");

  private final PracticeDesk desk;
  private final TaipeiClock clock;

  PracticePage(PracticeDesk desk, TaipeiClock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Whether a card is meant, and no item. */
  static boolean isCard(String text) {
    return CARD.matcher(text).matches();
  }

  /** The bars of what is to be scanned, for the page. */
  public Barcodes.Drawing bars(String text) {
    return Barcodes.code128(text);
  }

  /**
   * Fills the page.
   *
   * @param base the beginning of a practice's address
   * @param scanned the card that was scanned, empty when none was
   * @return the view's name
   */
  String fill(
      SchoolCode school,
      PracticeState state,
      String base,
      String scanned,
      boolean identitySeen,
      Model model) {
    model.addAttribute("today", clock.today());
    model.addAttribute("types", ItemType.values());
    model.addAttribute("identitySeen", identitySeen);
    model.addAttribute("base", base + state.steps());
    model.addAttribute("practice", true);
    model.addAttribute("items", PracticeItem.values());
    if (!model.containsAttribute("scan")) {
      model.addAttribute("scan", ScanForm.of(""));
    }
    if (scanned.isBlank()) {
      return DeskPage.VIEW;
    }
    Optional<CardCode> code = CardCode.parse(scanned);
    Optional<PracticeCard> card = code.flatMap(PracticeCard::find);
    if (card.isEmpty()) {
      model.addAttribute("unknown", "practice.no-card");
      model.addAttribute("scan", ScanForm.of(scanned));
      return DeskPage.VIEW;
    }
    Integer generation = code.get().generation();
    if (generation != null && generation != card.get().generation()) {
      model.addAttribute("unknown", "staff.desk.replaced");
      model.addAttribute("scan", ScanForm.of(scanned));
      return DeskPage.VIEW;
    }
    boolean first = generation == null && card.get().generation() > 1 && !identitySeen;
    model.addAttribute(first ? "check" : "hand", desk.hand(state, card.get(), code.get(), school));
    return DeskPage.VIEW;
  }
}
