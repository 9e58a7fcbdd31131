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
   * What an item lent today for so many days is due. Where the lender's policy names a last day,
   * such as the end of a term, the loan is shorter instead of ending after it.
   */
  Loan.Due after(SchoolCode lender, int loanDays) {
    LocalDate usual = clock.today().plusDays(loanDays);
    LocalDate last = lastDay(ask(lender, usual));
    return of(lender, last != null && last.isBefore(usual) ? last : usual);
  }

  /**
   * What the lender's system says, or if it says nothing, what the lender's policy says of an item
   * lent today.
   */
  Loan.Due saidOrUsual(SchoolCode lender, @Nullable LocalDate dueDate) {
    return dueDate == null
        ? after(lender, policies.limits(lender, new Lending()).loanDays())
        : of(lender, dueDate);
  }

  /** What the lender's system says, or if it says nothing, what was granted. */
  Loan.Due saidOr(SchoolCode lender, @Nullable LocalDate dueDate, Loan.@Nullable Due granted) {
    return dueDate == null && granted != null ? granted : saidOrUsual(lender, dueDate);
  }

  /**
   * The due date, and the day by which the lender's policy wants the item back: never before the
   * due date, which was promised; and moved no further than to the policy's last day.
   */
  private Loan.Due of(SchoolCode lender, LocalDate dueDate) {
    Limits limits = ask(lender, dueDate);
    if (!limits.moveToNextOpenDay()) {
      return new Loan.Due(dueDate, dueDate);
    }
    LocalDate open = openDays.nextOpenDay(lender, dueDate);
    LocalDate last = lastDay(limits);
    if (last == null || !last.isBefore(open)) {
      return new Loan.Due(dueDate, open);
    }
    return new Loan.Due(dueDate, last.isAfter(dueDate) ? last : dueDate);
  }

  private Limits ask(SchoolCode lender, LocalDate dueDate) {
    boolean closed = !openDays.isOpen(lender, dueDate);
    return policies.decide(lender, new ReturnBy(), new DueDate(dueDate, closed)).limits();
  }

  /** A last day that has passed was forgotten in the rules and limits nothing any more. */
  private @Nullable LocalDate lastDay(Limits limits) {
    LocalDate last = limits.notLaterThan();
    return last == null || last.isBefore(clock.today()) ? null : last;
  }
}
