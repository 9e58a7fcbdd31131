package org.libpass.circulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Limits;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.ReturnBy;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** When an item has to be back. */
@Component
class ReturnDates {

  private final Policies policies;
  private final OpenDays openDays;
  private final TaipeiClock clock;

  ReturnDates(Policies policies, OpenDays openDays, TaipeiClock clock) {
    this.policies = policies;
    this.openDays = openDays;
    this.clock = clock;
  }

  /**
   * When an item is due that was lent for so many days. Where the lender's policy names a last day,
   * such as the end of a term, the loan is shorter instead of ending after it.
   *
   * @param lent today or an earlier day
   */
  Loan.Due after(SchoolCode lender, int loanDays, LocalDate lent) {
    LocalDate usual = lent.plusDays(loanDays);
    LocalDate last = lastDay(ask(lender, usual), lent);
    return of(lender, last != null && last.isBefore(usual) ? last : usual, lent);
  }

  /** What the lender's policy says of an item lent on that day, whatever the item. */
  Loan.Due usual(SchoolCode lender, LocalDate lent) {
    return after(lender, policies.limits(lender, new Lending()).loanDays(), lent);
  }

  /**
   * What the lender's system says, or if it says nothing, what the lender's policy says of an item
   * lent today.
   */
  Loan.Due saidOrUsual(SchoolCode lender, @Nullable LocalDate dueDate) {
    LocalDate today = clock.today();
    return dueDate == null ? usual(lender, today) : of(lender, dueDate, today);
  }

  /** What the lender's system says, or if it says nothing, what was granted. */
  Loan.Due saidOr(SchoolCode lender, @Nullable LocalDate dueDate, Loan.@Nullable Due granted) {
    return dueDate == null && granted != null ? granted : saidOrUsual(lender, dueDate);
  }

  /**
   * The due date, and the day by which the lender's policy wants the item back: never before the
   * due date, which was promised; and moved no further than to the policy's last day.
   */
  private Loan.Due of(SchoolCode lender, LocalDate dueDate, LocalDate lent) {
    Limits limits = ask(lender, dueDate);
    if (!limits.moveToNextOpenDay()) {
      return new Loan.Due(dueDate, dueDate);
    }
    LocalDate open = openDays.nextOpenDay(lender, dueDate);
    LocalDate last = lastDay(limits, lent);
    if (last == null || !last.isBefore(open)) {
      return new Loan.Due(dueDate, open);
    }
    return new Loan.Due(dueDate, last.isAfter(dueDate) ? last : dueDate);
  }

  private Limits ask(SchoolCode lender, LocalDate dueDate) {
    boolean closed = !openDays.isOpen(lender, dueDate);
    return policies.decide(lender, new ReturnBy(), new DueDate(dueDate, closed)).limits();
  }

  /** A last day that had passed by then was forgotten in the rules and limits nothing any more. */
  private static @Nullable LocalDate lastDay(Limits limits, LocalDate lent) {
    LocalDate last = limits.notLaterThan();
    return last == null || last.isBefore(lent) ? null : last;
  }
}
