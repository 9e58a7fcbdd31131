package org.libpass.web.desk;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.web.ReasonTexts;

/**
 * What the desk says, large, after a step. Kept in the session until the next page, so it is made
 * of plain texts.
 *
 * @param tone {@code done}, {@code note} or {@code refused}: colour and icon
 * @param headline the answer in a few words
 * @param details what to know or to do, a sentence each
 * @param reasons why policy says no or asks
 * @param question the item that policy leaves to the librarian, null when nothing is asked
 * @param lendByHand the item that may be lent by hand, since the library's system is away; else
 *     null
 * @param takeBackByHand the item that may be taken back by hand likewise, else null
 * @param undo the number of the card whose last step was this one, null when there is nothing to
 *     undo
 */
record DeskAnswer(
    String tone,
    String headline,
    List<String> details,
    List<ReasonTexts.Sentence> reasons,
    @Nullable ScanForm question,
    @Nullable ScanForm lendByHand,
    @Nullable ReturnForm takeBackByHand,
    @Nullable String undo)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  DeskAnswer {
    details = List.copyOf(details);
    reasons = List.copyOf(reasons);
  }

  /** Whether the librarian has to say something before the next item. */
  public boolean asks() {
    return question != null || lendByHand != null || takeBackByHand != null;
  }

  static DeskAnswer done(String headline, List<String> details, @Nullable String undo) {
    return new DeskAnswer("done", headline, details, List.of(), null, null, null, undo);
  }

  static DeskAnswer note(String headline, String detail) {
    return new DeskAnswer("note", headline, List.of(detail), List.of(), null, null, null, null);
  }

  static DeskAnswer refused(String headline, String detail) {
    return new DeskAnswer("refused", headline, List.of(detail), List.of(), null, null, null, null);
  }

  static DeskAnswer refused(String headline, List<ReasonTexts.Sentence> reasons) {
    return new DeskAnswer("refused", headline, List.of(), reasons, null, null, null, null);
  }

  static DeskAnswer question(
      String headline, List<ReasonTexts.Sentence> reasons, ScanForm question) {
    return new DeskAnswer("note", headline, List.of(), reasons, question, null, null, null);
  }

  /** The library's system is away; the librarian may say that it is lent by hand. */
  static DeskAnswer away(String headline, String detail, ScanForm byHand) {
    return new DeskAnswer(
        "refused", headline, List.of(detail), List.of(), null, byHand, null, null);
  }

  /** The same of an item that is brought back. */
  static DeskAnswer away(String headline, String detail, ReturnForm byHand) {
    return new DeskAnswer(
        "refused", headline, List.of(detail), List.of(), null, null, byHand, null);
  }
}
