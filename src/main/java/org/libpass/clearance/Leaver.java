package org.libpass.clearance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.ReadersByNumber;
import org.libpass.school.SchoolCode;

/**
 * One line of a list of those who leave.
 *
 * @param line from 1
 * @param number as it stands in the list
 * @param other the line in which the number stands already, at {@link State#TWICE} only
 * @param reader null where there is no such reader
 */
public record Leaver(
    int line, String number, State state, @Nullable Integer other, @Nullable Known reader) {

  /** What a line comes to. */
  public enum State {
    /** Has cards, books or something to pay. */
    LEFT,
    /** Nothing is known to be left, but not everything could be asked. */
    UNKNOWN,
    /** Has nothing left. */
    CLEAR,
    /** No reader of the school with this number has ever been here. */
    NOBODY,
    /** Nothing stands in the line. */
    EMPTY,
    /** Too long for a reader number. */
    TOO_LONG,
    /** Stands in the list already. */
    TWICE
  }

  /** What is known of the reader, if there is one. */
  public Optional<Known> known() {
    return Optional.ofNullable(reader);
  }

  /**
   * What a reader has.
   *
   * @param reader with what the home library said last, and when
   * @param openCards cards issued, printed or in use, and applications under review
   * @param endedCards cards that have ended and whose lenders have not all confirmed it yet
   * @param booksOut books out on cards, as far as is known
   * @param fines what lending schools have recorded and not lifted, New Taiwan dollars
   * @param silent lending schools that can't be asked about the reader's cards
   * @param silentSince since when the first of them, null where there is none
   */
  public record Known(
      ReadersByNumber.Row reader,
      int openCards,
      int endedCards,
      int booksOut,
      int fines,
      List<SchoolCode> silent,
      @Nullable Instant silentSince) {

    State state() {
      Integer overdue = reader.overdueItems();
      boolean owesAtHome = reader.finesOwed() != null && reader.finesOwed().signum() > 0;
      if (openCards + booksOut + fines > 0 || overdue != null && overdue > 0 || owesAtHome) {
        return State.LEFT;
      }
      boolean unknown =
          endedCards > 0 || !silent.isEmpty() || overdue == null || reader.finesOwed() == null;
      return unknown ? State.UNKNOWN : State.CLEAR;
    }
  }
}
