package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardEvent.Kind;
import org.libpass.card.Fine;
import org.libpass.card.Fines;
import org.libpass.card.Loan;
import org.libpass.ils.StandinItem;
import org.libpass.notice.Todo;
import org.libpass.notice.Todos;
import org.libpass.platform.AuditLog;
import org.libpass.policy.Reason;
import org.libpass.school.SchoolCode;
import org.springframework.beans.factory.annotation.Autowired;

/** A fine that a lending school records stands in its reader's way until that school lifts it. */
abstract class FinesPaths extends CirculationPaths {

  @Autowired Fines fines;
  @Autowired Todos todos;
  @Autowired AuditLog audit;

  @Test
  void aRecordedFineRefusesTheNextCardUntilItIsLifted() {
    Card card = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), "邊城", null), byHand());
    Fine fine =
        fines
            .record(card.id(), LENDER, new Fines.Reasons(book.barcode(), 120, "封面破損"), CLERK)
            .orElseThrow();
    desk.takeBack(LENDER, book.barcode(), byHand());
    cards.revoke(card.id(), CLERK, "換新的");

    assertThat(reasons(applications.apply(card.reader()))).containsExactly("fine");
    assertThat(todos.of(card.reader()))
        .filteredOn(todo -> todo.kind() == Todo.Kind.FINE_ON_CARD)
        .singleElement()
        .matches(todo -> LENDER.equals(todo.school()) && "邊城".equals(todo.title()))
        .matches(todo -> BigDecimal.valueOf(120).equals(todo.amount()));

    assertThat(fines.lift(fine.id(), card.id(), HOME, "付清", "librarian.hsc")).isFalse();
    assertThat(fines.lift(fine.id(), card.id(), LENDER, "付清", CLERK)).isTrue();
    assertThat(fines.lift(fine.id(), card.id(), LENDER, "再一次", CLERK)).isFalse();

    assertThat(todos.of(card.reader())).noneMatch(todo -> todo.kind() == Todo.Kind.FINE_ON_CARD);
    assertThat(applications.apply(card.reader())).isInstanceOf(Answer.Issued.class);
    assertThat(happened(card)).contains(Kind.FINE_RECORDED, Kind.FINE_LIFTED);
    assertThat(audit.newest(LENDER.value(), 2))
        .extracting(AuditLog.Entry::action, AuditLog.Entry::subject, AuditLog.Entry::detail)
        .containsExactly(
            tuple("fine-lifted", card.number().value(), "120; 付清"),
            tuple("fine-recorded", card.number().value(), "120; 封面破損"));
  }

  @Test
  void onlyALenderRecordsAndOnlyForItsOwnLoan() {
    Card card = printedCard();
    StandinItem book = book();
    desk.lend(LENDER, card.id(), new Loan.Item(book.barcode(), null, null), byHand());
    var reasons = new Fines.Reasons(book.barcode(), 1, "遲還");

    assertThat(fines.record(card.id(), new SchoolCode("NTUT"), reasons, "librarian.ntut"))
        .isEmpty();
    assertThat(fines.record(card.id(), LENDER, new Fines.Reasons("none", 1, "遲還"), CLERK))
        .isEmpty();
    assertThatThrownBy(() -> new Fines.Reasons(book.barcode(), 0, "零"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(fines.of(card.id())).isEmpty();
  }

  private static List<String> reasons(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reasons().stream().map(Reason::key).toList();
  }
}
