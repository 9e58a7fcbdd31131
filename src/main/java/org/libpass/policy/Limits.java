package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures that policy sets, all from the rule files. A rule may test them by these names.
 *
 * <p>A figure that belongs to another question than the one asked is the school's unconditional
 * one, so that none is ever missing.
 *
 * @param openCardsPerSchool open cards at once per home school
 * @param openCardsPerReader open cards at once per reader
 * @param validDays days to borrow after the day of issue, 1 to 14
 * @param totalItems items on one card over its life, 1 to 10
 * @param loanDays loan length in days, 1 to 60
 * @param renewals how often a loan may be renewed
 * @param itemsAtDesk items out at once from one lending school on one card; {@link
 *     Integer#MAX_VALUE} when the school sets no limit of its own
 * @param moveToNextOpenDay whether a due date on a closed day moves to the next open day
 * @param notLaterThan the day after which a due date does not move, null when it may move as far as
 *     it has to
 * @param noticeDaysBefore days before the return-by date on which the reader is told, 0 being that
 *     day itself; never empty
 * @param noticeDaysAfter days after it on which the reader is told; never empty
 * @param noticeEvery after the last of those, each so many days
 * @param reviewDays days within which a librarian should have answered
 * @param waitingOfferHours for how many hours a card is kept for the reader whose turn it is, 1 to
 *     168; 0 when there is no waiting list
 */
public record Limits(
    int openCardsPerSchool,
    int openCardsPerReader,
    int validDays,
    int totalItems,
    int loanDays,
    int renewals,
    int itemsAtDesk,
    boolean moveToNextOpenDay,
    @Nullable LocalDate notLaterThan,
    List<Integer> noticeDaysBefore,
    List<Integer> noticeDaysAfter,
    int noticeEvery,
    int reviewDays,
    int waitingOfferHours) {

  public Limits {
    noticeDaysBefore = List.copyOf(noticeDaysBefore);
    noticeDaysAfter = List.copyOf(noticeDaysAfter);
  }
}
