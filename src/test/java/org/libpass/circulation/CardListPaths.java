package org.libpass.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardState;
import org.libpass.card.Loan;
import org.libpass.circulation.CardList.Order;
import org.libpass.circulation.CardList.Row;
import org.libpass.circulation.CardList.Wanted;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.beans.factory.annotation.Autowired;

/** What a home school's librarians find among its cards, and in which order. */
abstract class CardListPaths extends CirculationPaths {

  @Autowired CardList list;
  @Autowired Readers readers;

  private Card idle;
  private Card used;
  private StandinItem book;

  @BeforeEach
  void twoCards() {
    idle = printedCard();
    later(Duration.ofMinutes(1));
    used = printedCard();
    book = book();
    desk.lend(LENDER, used.id(), new Loan.Item(book.barcode(), "山之_100%", null), byHand());
  }

  @Test
  void findsByNumberNameTitleAndBarcode() {
    assertThat(found(used.number().value().toLowerCase(Locale.ROOT))).containsExactly(used.id());
    assertThat(found(readers.get(idle.reader()).name())).contains(idle.id());
    assertThat(found("山之_100%")).containsExactly(used.id());
    assertThat(found(book.barcode())).contains(used.id()).doesNotContain(idle.id());
    assertThat(found("山之x100")).as("no sign stands for others").isEmpty();
    assertThat(ids(wanted("", null, null, null, null, false, false), LENDER))
        .as("another school's own cards")
        .doesNotContain(used.id(), idle.id());
  }

  @Test
  void filtersByStateLenderAndDays() {
    LocalDate today = clock.today();
    assertThat(mine(wanted("", CardState.IN_USE, null, null, null, false, false)))
        .containsExactly(used.id());
    assertThat(mine(wanted("", null, LENDER, null, null, false, false))).containsExactly(used.id());
    assertThat(mine(wanted("", null, HOME, null, null, false, false))).isEmpty();
    assertThat(mine(wanted("", null, null, today, today, false, false)))
        .containsExactlyInAnyOrder(used.id(), idle.id());
    assertThat(mine(wanted("", null, null, today.plusDays(1), null, false, false))).isEmpty();
    assertThat(mine(wanted("", null, null, null, today.minusDays(1), false, false))).isEmpty();
  }

  @Test
  void filtersOverdueAndSilent() {
    Wanted overdue = wanted("", null, null, null, null, true, false);
    assertThat(mine(overdue)).isEmpty();
    LocalDate returnBy = now(used).loansOut().get(0).returnBy();
    time.set(returnBy.atTime(23, 59));
    assertThat(mine(overdue)).isEmpty();
    time.set(returnBy.plusDays(1).atTime(0, 0));
    assertThat(mine(overdue)).containsExactly(used.id());

    Wanted silent = wanted("", null, null, null, null, false, true);
    assertThat(mine(silent)).isEmpty();
    standin.setFault(LENDER, StandinFault.REFUSES_CONNECTIONS);
    sweep();
    assertThat(mine(silent)).contains(used.id());
    assertThat(row(used).failingSince()).isNotNull();
  }

  @Test
  void standsInEveryOrderAndHasEachRowOnceInParts() {
    for (Order order : Order.values()) {
      for (boolean down : new boolean[] {true, false}) {
        Wanted all = new Wanted("", null, null, null, null, false, false, order, down);
        List<UUID> whole = ids(all, HOME);
        List<UUID> parts = new ArrayList<>();
        for (int skipped = 0; skipped < whole.size(); skipped += 2) {
          list.find(HOME, all, skipped, 2).forEach(row -> parts.add(row.id()));
        }
        assertThat(parts).as(order + " " + down).isEqualTo(whole).doesNotHaveDuplicates();
        List<UUID> exported = new ArrayList<>();
        list.forEach(HOME, all, row -> exported.add(row.id()));
        assertThat(exported).isEqualTo(whole).hasSize(list.count(HOME, all));
      }
    }
    Wanted latest = new Wanted("", null, null, null, null, false, false, Order.APPLIED, true);
    assertThat(mine(latest)).containsExactly(used.id(), idle.id());
  }

  @Test
  void tellsWhatIsOut() {
    Row row = row(used);
    assertThat(row.number()).isEqualTo(used.number());
    assertThat(row.reader()).isEqualTo(readers.get(used.reader()).name());
    assertThat(row.lent()).isEqualTo(1);
    assertThat(row.out()).isEqualTo(1);
    assertThat(row.returnBy()).isEqualTo(now(used).loansOut().get(0).returnBy());
    desk.takeBack(LENDER, book.barcode(), byHand());
    assertThat(row(used).out()).isZero();
    assertThat(row(used).returnBy()).isNull();
  }

  private Row row(Card card) {
    return list.find(
            HOME, wanted(card.number().value(), null, null, null, null, false, false), 0, 2)
        .get(0);
  }

  private List<UUID> found(String text) {
    return mine(wanted(text, null, null, null, null, false, false));
  }

  /** Those of this test that are found; other tests have left cards that ended. */
  private List<UUID> mine(Wanted wanted) {
    return ids(wanted, HOME).stream().filter(List.of(idle.id(), used.id())::contains).toList();
  }

  private List<UUID> ids(Wanted wanted, SchoolCode school) {
    return list.find(school, wanted, 0, 10_000).stream().map(Row::id).toList();
  }

  private static Wanted wanted(
      String text,
      @Nullable CardState state,
      @Nullable SchoolCode lender,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean overdue,
      boolean silent) {
    return new Wanted(text, state, lender, from, to, overdue, silent, Order.APPLIED, true);
  }
}
