package org.libpass.circulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Loan;
import org.libpass.platform.TaipeiClock;
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

  /** What an item lent today for so many days is due. */
  Loan.Due after(SchoolCode lender, int loanDays) {
    return of(lender, clock.today().plusDays(loanDays));
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

  /** The due date, and the day by which the lender's policy wants the item back. */
  private Loan.Due of(SchoolCode lender, LocalDate dueDate) {
    boolean closed = !openDays.isOpen(lender, dueDate);
    boolean moves =
        policies.decide(lender, new ReturnBy(), new DueDate(closed)).limits().moveToNextOpenDay();
    return new Loan.Due(dueDate, moves ? openDays.nextOpenDay(lender, dueDate) : dueDate);
  }
}
