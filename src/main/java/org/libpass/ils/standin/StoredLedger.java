package org.libpass.ils.standin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.libpass.ils.StandinItem;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger in the demo's own database. */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class StoredLedger implements Ledger {

  private final JdbcClient jdbc;
  private final LocalDate firstDay;

  StoredLedger(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.firstDay = firstDay(clock.today());
  }

  private LocalDate firstDay(LocalDate today) {
    return jdbc.sql("select first_day from standin_start")
        .query(LocalDate.class)
        .optional()
        .orElseGet(
            () -> {
              jdbc.sql("insert into standin_start (first_day) values (:today)")
                  .param("today", today)
                  .update();
              return today;
            });
  }

  @Override
  public LocalDate firstDay() {
    return firstDay;
  }

  @Override
  public Map<String, State> changed(SchoolCode school) {
    Map<String, State> states = new HashMap<>();
    jdbc.sql(
            "select barcode, status, holder, due, held_for from standin_item where school = :school")
        .param("school", school.value())
        .query(
            row -> {
              states.put(row.getString("barcode"), state(row));
            });
    return states;
  }

  private static State state(ResultSet row) throws SQLException {
    return new State(
        StandinItem.Status.valueOf(row.getString("status")),
        row.getString("holder"),
        row.getObject("due", LocalDate.class),
        row.getString("held_for"));
  }

  @Override
  public void keep(SchoolCode school, StandinItem item) {
    int kept =
        write(
            """
            update standin_item set status = :status, holder = :holder, due = :due, held_for = :heldFor
            where school = :school and barcode = :barcode
            """,
            school,
            item);
    if (kept == 0) {
      write(
          """
          insert into standin_item (school, barcode, status, holder, due, held_for)
          values (:school, :barcode, :status, :holder, :due, :heldFor)
          """,
          school,
          item);
    }
  }

  private int write(String sql, SchoolCode school, StandinItem item) {
    return jdbc.sql(sql)
        .param("school", school.value())
        .param("barcode", item.barcode())
        .param("status", item.status().name())
        .param("holder", item.holder(), Types.VARCHAR)
        .param("due", item.due(), Types.DATE)
        .param("heldFor", item.heldFor(), Types.VARCHAR)
        .update();
  }
}
