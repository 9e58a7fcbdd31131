package org.libpass.card;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The slots that cards hold or that settle after one, with the loans on them, read lightly: there
 * are some two thousand, and the lending schools are asked about each again and again.
 */
@Service
public class SlotsInUse {

  private final JdbcClient jdbc;

  SlotsInUse(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A slot and the card that it belongs to.
   *
   * @param account the patron account that lending libraries hold for it, such as {@code CUTE-1}
   * @param closedAt since when the card is closed, null while it is open
   * @param borrowed whether anything is out on the card, anywhere
   */
  public record SlotInUse(
      UUID card,
      SchoolCode school,
      String account,
      CardState state,
      @Nullable Instant closedAt,
      boolean borrowed) {}

  /**
   * An item that is out on a card, or was taken back by hand and is still charged in the lender's
   * system.
   *
   * @param account the patron account of the card's slot, which may be another card's by now
   * @param inSystem as {@link Loan#inSystem()}
   */
  public record Item(UUID card, String account, String barcode, boolean out, boolean inSystem) {}

  /** All of them, by school and slot. */
  public List<SlotInUse> all() {
    return jdbc.sql(
            "select s.school, s.slot, c.id, c.state, c.closed_at, (select count(*) from loan l"
                + " where l.card = c.id and l.still_out = true) as borrowed"
                + " from slot s join card c on c.id = s.card order by s.school, s.slot")
        .query(
            (row, index) ->
                new SlotInUse(
                    row.getObject("id", UUID.class),
                    new SchoolCode(row.getString("school")),
                    row.getString("school") + "-" + row.getInt("slot"),
                    CardState.valueOf(row.getString("state")),
                    moment(row.getObject("closed_at", OffsetDateTime.class)),
                    row.getInt("borrowed") > 0))
        .list();
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime column) {
    return column == null ? null : column.toInstant();
  }

  /** The items of a school that its system may have charged to slots. */
  public List<Item> itemsOf(SchoolCode lender) {
    return jdbc.sql(
            "select c.id, c.school, c.slot, l.barcode, l.still_out, l.in_system"
                + " from loan l join card c on c.id = l.card"
                + " where l.lending_school = :lender and (l.still_out = true or l.in_system = true)")
        .param("lender", lender.value())
        .query(
            (row, index) ->
                new Item(
                    row.getObject("id", UUID.class),
                    row.getString("school") + "-" + row.getInt("slot"),
                    row.getString("barcode"),
                    row.getBoolean("still_out"),
                    row.getBoolean("in_system")))
        .list();
  }
}
