package org.libpass.web.desk;

import java.util.Objects;
import java.util.function.Supplier;
import org.libpass.card.CardCode;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.circulation.Desk;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** A librarian's steps with an item, from whichever page, each with its answer in words. */
@Component
class DeskSteps {

  /** Under which name the next page finds the answer. */
  static final String ANSWER = "answer";

  private final Desk desk;
  private final Cards cards;
  private final DeskTexts texts;

  DeskSteps(Desk desk, Cards cards, DeskTexts texts) {
    this.desk = desk;
    this.cards = cards;
    this.texts = texts;
  }

  DeskAnswer lend(StaffPrincipal librarian, CardCode shown, ScanForm form) {
    if (!form.identitySeen()) {
      return texts.identityFirst(form.scan());
    }
    return unlessCrossed(
        () ->
            texts.lent(
                desk.lend(librarian.ownSchool(), shown, form.item(), form.librarian(librarian)),
                form));
  }

  DeskAnswer takeBack(StaffPrincipal librarian, ReturnForm form) {
    return unlessCrossed(
        () ->
            texts.takenBack(
                desk.takeBack(librarian.ownSchool(), form.barcode(), form.librarian(librarian)),
                form));
  }

  /** What was sent is no barcode. */
  DeskAnswer unreadable(Errors errors) {
    return texts.unreadable(
        Objects.requireNonNullElse(errors.getAllErrors().get(0).getDefaultMessage(), ""));
  }

  /**
   * @param number of the card whose last step here is undone
   */
  DeskAnswer undo(StaffPrincipal librarian, String number) {
    return CardNumber.parse(number)
        .flatMap(cards::find)
        .map(
            card ->
                unlessCrossed(
                    () ->
                        texts.undone(
                            desk.undo(librarian.ownSchool(), card.id(), librarian.username()))))
        .orElseGet(() -> texts.undone(new Desk.Undo.Answered(Cards.Undone.NOTHING_TO_UNDO)));
  }

  /** Two desks may lend the same item at the same moment: the database lets one of them. */
  private DeskAnswer unlessCrossed(Supplier<DeskAnswer> step) {
    try {
      return step.get();
    } catch (ConcurrencyFailureException | DuplicateKeyException crossed) {
      return texts.crossed();
    }
  }
}
