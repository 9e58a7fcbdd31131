package org.libpass.circulation;

import java.util.List;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** Finds open cards where the card itself is not at hand, and keeps who looked and why. */
@Service
public class NameSearch {

  /** What the audit log calls a card that was found. */
  public static final String FOUND = "card-found-by-name";

  /** What the audit log calls a search that found none; the name is not kept. */
  public static final String NOT_FOUND = "no-card-of-name";

  private final Cards cards;
  private final Looks looks;
  private final AuditLog audit;

  NameSearch(Cards cards, Looks looks, AuditLog audit) {
    this.cards = cards;
    this.looks = looks;
    this.audit = audit;
  }

  /**
   * The open cards of the readers with exactly that name, by number. What is shown was written down
   * before: each entry is a transaction of its own, and where one fails nothing is shown.
   *
   * @param desk the school at whose desk somebody looks
   * @param home the readers' school
   * @param fullName the whole name; a part of it finds nobody
   * @param by the librarian's account
   * @param reason in words, at most 300 characters
   */
  public List<Card> find(
      SchoolCode desk, SchoolCode home, String fullName, String by, String reason) {
    List<Card> found = cards.openOf(home, fullName);
    if (found.isEmpty()) {
      audit.keep(desk.value(), by, NOT_FOUND, home.value(), reason);
    }
    for (Card card : found) {
      audit.keep(desk.value(), by, FOUND, card.number().value(), reason);
      looks.looked(card.reader(), by, Look.Place.DESK);
    }
    return found;
  }
}
