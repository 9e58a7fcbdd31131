package org.libpass.card;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What readers still have of cards and of books on them, for many readers at once. */
@Service
public class CardsLeft {

  private final JdbcClient jdbc;

  CardsLeft(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A card that is not done with: open, under review, settling, or with books out.
   *
   * @param open whether it is issued, printed or in use, or an application under review
   * @param settling whether it has its slot still, so that something may show up on it
   * @param booksOut how many books are out on it
   */
  public record Left(UUID reader, UUID card, boolean open, boolean settling, int booksOut) {}

  /**
   * What lending schools have recorded against these readers and not lifted, in New Taiwan dollars;
   * a reader who owes nothing is left out.
   */
  public Map<UUID, Integer> fines(Collection<UUID> readers) {
    Map<UUID, Integer> owed = new HashMap<>();
    if (!readers.isEmpty()) {
      jdbc.sql(
              "select reader, sum(amount) as owed from card_fine where reader in (:readers)"
                  + " and lifted_at is null group by reader")
          .param("readers", readers)
          .query(
              row -> {
                owed.put(row.getObject("reader", UUID.class), row.getInt("owed"));
              });
    }
    return owed;
  }

  /** The cards of these readers that are not done with; none for no reader. */
  public List<Left> of(Collection<UUID> readers) {
    if (readers.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from (select c.reader_id, c.id, case when c.state in"
                + " ('REFERRED', 'ISSUED', 'PRINTED', 'IN_USE') then 1 else 0 end as is_open,"
                + " (select count(*) from slot s where s.card = c.id) as slots,"
                + " (select count(*) from loan l where l.card = c.id and l.still_out = true)"
                + " as books from card c where c.reader_id in (:readers)) x"
                + " where is_open = 1 or slots > 0 or books > 0")
        .param("readers", readers)
        .query(
            (row, index) ->
                new Left(
                    row.getObject("reader_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getInt("is_open") == 1,
                    row.getInt("slots") > 0,
                    row.getInt("books")))
        .list();
  }
}
