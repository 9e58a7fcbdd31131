package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.Loan;
import org.libpass.circulation.LentByUs.Order;
import org.libpass.circulation.LentByUs.Row;
import org.libpass.circulation.LentByUs.Wanted;
import org.libpass.circulation.LentByUs.Which;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.beans.factory.annotation.Autowired;

/** What a lending school has lent on cards, read from the database. */
abstract class LentByUsPaths extends CirculationPaths {

  @Autowired LentByUs loans;
  @Autowired Readers readers;

  @Test
  void namesTheLoanAndMasksItsReader() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);
    sweep();

    Row row = only(all(Which.OUT, book.barcode()));

    assertThat(row.card()).isEqualTo(card.number());
    assertThat(row.home()).isEqualTo(HOME);
    assertThat(row.reader())
        .isEqualTo(readers.get(card.reader()).maskedName())
        .isNotEqualTo(readers.get(card.reader()).name());
    assertThat(row.label()).isEqualTo(book.title());
    assertThat(row.returnBy()).isEqualTo(loan(card, book).returnBy());
    assertThat(row.isOut()).isTrue();
    assertThat(row.answeredAt()).isEqualTo(clock.instant());
    assertThat(row.failingSince()).isNull();
    assertThat(loans.find(HOME, all(Which.OUT, ""), 0, 50)).isEmpty();
  }

  @Test
  void saysSinceWhenTheSystemCouldNotBeAsked() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);
    sweep();
    var answered = clock.instant();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    sweep();

    Row row = only(all(Which.OUT, book.barcode()));

    assertThat(row.answeredAt()).isEqualTo(answered);
    assertThat(row.failingSince()).isEqualTo(clock.instant());
  }

  @Test
  void tellsThemApartByTheirReturnByDate() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);
    var returnBy = loan(card, book).returnBy();

    assertThat(kinds(book)).containsExactly(Which.OUT);
    time.set(returnBy.minusDays(LentByUs.SOON_DAYS + 1));
    assertThat(kinds(book)).containsExactly(Which.OUT);
    time.set(returnBy.minusDays(LentByUs.SOON_DAYS));
    assertThat(kinds(book)).containsExactly(Which.OUT, Which.DUE_SOON);
    time.set(returnBy.minusDays(1));
    assertThat(kinds(book)).containsExactly(Which.OUT, Which.DUE_SOON);
    time.set(returnBy);
    assertThat(kinds(book)).containsExactly(Which.OUT, Which.DUE_TODAY);
    time.set(returnBy.plusDays(2));
    assertThat(kinds(book)).containsExactly(Which.OUT, Which.OVERDUE);
    assertThat(only(all(Which.OVERDUE, book.barcode())).daysOverdue(clock.today())).isEqualTo(2);

    desk.takeBack(LENDER, book.barcode(), byHand());
    assertThat(kinds(book)).containsExactly(Which.ENDED);
    assertThat(only(all(Which.ENDED, book.barcode())).daysOverdue(clock.today())).isZero();
    time.set(clock.instant().plus(Duration.ofDays(LentByUs.ENDED_DAYS)));
    assertThat(kinds(book)).containsExactly(Which.ENDED);
    time.set(clock.instant().plusSeconds(1));
    assertThat(kinds(book)).isEmpty();
  }

  @Test
  void findsByAPartOfTitleBarcodeOrNumberAndByHomeSchool() {
    Card card = printedCard();
    StandinItem book = book();
    lend(card, book);
    String title = book.title();

    for (String part :
        List.of(
            title.substring(1),
            book.barcode().toLowerCase(),
            card.number().value().toLowerCase().substring(2))) {
      assertThat(loans.find(LENDER, all(Which.OUT, part), 0, 50))
          .as(part)
          .extracting(Row::barcode)
          .contains(book.barcode());
    }
    assertThat(loans.find(LENDER, all(Which.OUT, "%"), 0, 50)).isEmpty();
    assertThat(loans.find(LENDER, all(Which.OUT, "_' or 1=1 --"), 0, 50)).isEmpty();
    assertThat(loans.find(LENDER, of(HOME, book.barcode()), 0, 50)).hasSize(1);
    assertThat(loans.find(LENDER, of(new SchoolCode("NTUT"), book.barcode()), 0, 50)).isEmpty();
  }

  @Test
  void standsInOrderAndComesInPages() {
    Card card = printedCard();
    List<StandinItem> books = List.of(book(), book(), book());
    for (StandinItem book : books) {
      lend(card, book);
      time.set(clock.instant().plusSeconds(60));
    }
    String number = card.number().value();

    List<String> lent = barcodes(new Wanted(Which.OUT, number, null, Order.LENT, false), 0, 50);

    assertThat(lent).containsExactlyElementsOf(books.stream().map(StandinItem::barcode).toList());
    Wanted backwards = new Wanted(Which.OUT, number, null, Order.LENT, true);
    assertThat(barcodes(backwards, 0, 2)).containsExactly(lent.get(2), lent.get(1));
    assertThat(barcodes(backwards, 2, 2)).containsExactly(lent.get(0));
    for (Order order : Order.values()) {
      assertThat(barcodes(new Wanted(Which.OUT, number, null, order, true), 0, 50))
          .as(order.name())
          .containsExactlyInAnyOrderElementsOf(lent);
    }
  }

  private void lend(Card card, StandinItem book) {
    var item = new Loan.Item(book.barcode(), book.title(), "book");
    assertThat(desk.lend(LENDER, card.id(), item, new Desk.Librarian(CLERK, true, false)))
        .isInstanceOf(Desk.Lent.Done.class);
  }

  private List<String> barcodes(Wanted wanted, int skipped, int most) {
    return loans.find(LENDER, wanted, skipped, most).stream().map(Row::barcode).toList();
  }

  private List<Which> kinds(StandinItem book) {
    Map<Which, Integer> counts = loans.counts(LENDER, all(Which.OUT, book.barcode()));
    for (Which which : Which.values()) {
      assertThat(loans.find(LENDER, all(which, book.barcode()), 0, 50))
          .as(which.name())
          .hasSize(counts.get(which));
    }
    return counts.keySet().stream().filter(which -> counts.get(which) == 1).toList();
  }

  private Row only(Wanted wanted) {
    List<Row> rows = loans.find(LENDER, wanted, 0, 50);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static Wanted all(Which which, String text) {
    return new Wanted(which, text, null, Order.RETURN_BY, false);
  }

  private static Wanted of(@Nullable SchoolCode home, String text) {
    return new Wanted(Which.OUT, text, home, Order.RETURN_BY, false);
  }
}
