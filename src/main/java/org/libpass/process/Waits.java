package org.libpass.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where each process instance waits, so that it is found by our id without asking the engine. Kept
 * by the engine's own listeners in its transaction.
 */
@Component
class Waits {

  private final JdbcClient jdbc;

  Waits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param activity the waiting activity's id in the BPMN file
   * @param execution what the engine is to be triggered with
   * @param returnBy the day that the overdue timer watches, null when none
   */
  record Wait(String activity, String execution, @Nullable LocalDate returnBy) {}

  Optional<Wait> of(UUID subject) {
    return jdbc.sql(
            "select activity, execution, return_by from process_wait where subject = :subject")
        .param("subject", subject)
        .query(
            (row, index) ->
                new Wait(
                    row.getString("activity"),
                    row.getString("execution"),
                    row.getObject("return_by", LocalDate.class)))
        .optional();
  }

  void put(UUID subject, Wait wait) {
    int known =
        jdbc.sql(
                "update process_wait set activity = :activity, execution = :execution,"
                    + " return_by = :returnBy where subject = :subject")
            .param("activity", wait.activity())
            .param("execution", wait.execution())
            .param("returnBy", wait.returnBy())
            .param("subject", subject)
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into process_wait (subject, activity, execution, return_by)"
                  + " values (:subject, :activity, :execution, :returnBy)")
          .param("subject", subject)
          .param("activity", wait.activity())
          .param("execution", wait.execution())
          .param("returnBy", wait.returnBy())
          .update();
    }
  }

  void remove(UUID subject) {
    jdbc.sql("delete from process_wait where subject = :subject")
        .param("subject", subject)
        .update();
  }
}
