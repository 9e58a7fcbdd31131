package org.libpass.card;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.libpass.school.SchoolCode;

/**
 * The loans of one card: finds them and changes them in place.
 *
 * @param list the card's own list, in the order in which they were made
 */
record Loans(List<Loan> list) {

  Loan add(Loan loan) {
    list.add(loan);
    return loan;
  }

  /** Those whose items are not back. */
  Stream<Loan> out() {
    return list.stream().filter(Loan::isOut);
  }

  Optional<Loan> itemOut(SchoolCode at, String barcode) {
    return out().filter(loan -> loan.is(at, barcode)).findFirst();
  }

  /**
   * Changes the loan of an item that is out.
   *
   * @return the loan as it is now
   * @throws IllegalStateException if it is not out
   */
  Loan change(SchoolCode at, String barcode, UnaryOperator<Loan> change) {
    Loan out = itemOut(at, barcode).orElseThrow(IllegalStateException::new);
    Loan changed = change.apply(out);
    list.set(list.indexOf(out), changed);
    return changed;
  }

  /** The lender's system has an item that is not out charged no more. */
  void goneFromSystem(SchoolCode at, String barcode) {
    list.replaceAll(loan -> loan.is(at, barcode) && !loan.isOut() ? loan.inSystem(false) : loan);
  }

  /**
   * The loan with which something was done last, if that was done at a desk. Settling a loan is no
   * desk step, and hides those before it.
   */
  Optional<Loan> lastDeskStep() {
    return list.stream()
        .reduce((one, next) -> next.lastStepAt().isBefore(one.lastStepAt()) ? one : next)
        .filter(loan -> loan.lastVia() != Loan.Via.SEEN && !loan.isSettled());
  }

  /** The end of the loan that ended last, if it is after {@code earliest}; else that. */
  Instant lastEnd(Instant earliest) {
    return list.stream()
        .map(Loan::returnedAt)
        .filter(Objects::nonNull)
        .reduce(earliest, (one, next) -> next.isAfter(one) ? next : one);
  }
}
