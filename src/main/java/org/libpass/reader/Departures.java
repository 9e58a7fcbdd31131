package org.libpass.reader;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Readers who leave their school: from a day on they get no new card, which is the policy's to say.
 * Cards that they hold run to their end. No mail is written, since whole years leave at once and
 * know it; an application says why it is refused.
 */
@Service
public class Departures {

  private final JdbcClient jdbc;
  private final ReaderHistory history;
  private final AuditLog audit;
  private final TaipeiClock clock;

  Departures(JdbcClient jdbc, ReaderHistory history, AuditLog audit, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Marks readers of a school as leaving. Those who are marked so already, from that very day, and
   * those of other schools are left as they are.
   *
   * @param from the first day without new cards
   * @param by the librarian's account
   * @return how many were marked
   */
  @Transactional
  public int leave(SchoolCode school, Collection<UUID> readers, LocalDate from, String by) {
    return mark(school, readers, from, by);
  }

  /**
   * Takes the mark back.
   *
   * @param by the librarian's account
   * @return false when the reader was not marked: nothing was done
   */
  @Transactional
  public boolean stay(SchoolCode school, UUID reader, String by) {
    return mark(school, List.of(reader), null, by) == 1;
  }

  private int mark(
      SchoolCode school, Collection<UUID> readers, @Nullable LocalDate from, String by) {
    List<UUID> changing = readers.isEmpty() ? List.of() : lock(school, readers, from);
    if (changing.isEmpty()) {
      return 0;
    }
    jdbc.sql(
            "update reader set leaving_from = cast(:from as date), version = version + 1"
                + " where id in (:readers)")
        .param("from", from)
        .param("readers", changing)
        .update();
    ReaderEvent.Kind kind = from == null ? ReaderEvent.Kind.STAYING : ReaderEvent.Kind.LEAVING;
    history.keep(changing, new ReaderEvent(changing.get(0), kind, clock.instant(), by, null, from));
    tell(school, changing, from, by);
    return changing.size();
  }

  /** One entry for one deed: the readers' own history says who they were. */
  private void tell(SchoolCode school, List<UUID> changed, @Nullable LocalDate from, String by) {
    if (from == null) {
      audit.keep(school.value(), by, "reader-staying", changed.get(0).toString(), null);
    } else if (changed.size() == 1) {
      audit.keep(school.value(), by, "reader-leaving", changed.get(0).toString(), from.toString());
    } else {
      String many = String.valueOf(changed.size());
      audit.keep(school.value(), by, "readers-leaving", many, from.toString());
    }
  }

  /** Always in the same order, so that two lists at once wait for each other and don't lock up. */
  private List<UUID> lock(SchoolCode school, Collection<UUID> readers, @Nullable LocalDate from) {
    return jdbc.sql(
            "select id from reader where school = :school and id in (:readers)"
                + " and leaving_from is distinct from cast(:from as date) order by id for update")
        .param("school", school.value())
        .param("readers", readers)
        .param("from", from)
        .query(UUID.class)
        .list();
  }
}
