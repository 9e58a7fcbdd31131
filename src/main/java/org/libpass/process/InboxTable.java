package org.libpass.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Review;
import org.libpass.process.Inbox.Kind;
import org.libpass.process.Inbox.Task;
import org.libpass.process.InboxList.Line;
import org.libpass.process.TaskSubjects.About;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox, joined with the engine's tasks, which alone hold the assignee. */
@Component
class InboxTable {

  private static final String SELECT =
      "select i.task, i.kind, i.school, i.subject, i.opened_at, i.target, t.assignee_ as assignee"
          + " from inbox_task i join act_ru_task t on t.id_ = i.task";

  private final JdbcClient jdbc;
  private final Policies policies;
  private final TaipeiClock clock;

  InboxTable(JdbcClient jdbc, Policies policies, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.policies = policies;
    this.clock = clock;
  }

  void add(String task, Kind kind, UUID subject, About about) {
    int days = policies.limits(about.school(), new Review()).reviewDays();
    SchoolCode other = about.otherSchool();
    jdbc.sql(
            "insert into inbox_task (task, kind, school, subject, opened_at, target, reader, card,"
                + " item, other_school) values (:task, :kind, :school, :subject, :now, :target,"
                + " :reader, :card, :item, :other)")
        .param("task", task)
        .param("kind", kind.name())
        .param("school", about.school().value())
        .param("subject", subject)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("target", clock.today().plusDays(days))
        .param("reader", about.reader())
        .param("card", about.card())
        .param("item", about.item())
        .param("other", other == null ? null : other.value())
        .update();
  }

  void remove(String task) {
    jdbc.sql("delete from inbox_task where task = :task").param("task", task).update();
  }

  /** The id of the engine's task, if one of that kind is open about the subject. */
  Optional<String> find(Kind kind, UUID subject) {
    return jdbc.sql("select task from inbox_task where kind = :kind and subject = :subject")
        .param("kind", kind.name())
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  List<Task> open(SchoolCode school) {
    return jdbc.sql(SELECT + " where i.school = :school order by i.opened_at, i.task")
        .param("school", school.value())
        .query(InboxTable::task)
        .list();
  }

  Optional<Task> find(SchoolCode school, String id) {
    return jdbc.sql(SELECT + " where i.school = :school and i.task = :task")
        .param("school", school.value())
        .param("task", id)
        .query(InboxTable::task)
        .optional();
  }

  static Line line(ResultSet row, int index) throws SQLException {
    String other = row.getString("other_school");
    return new Line(
        task(row, index),
        row.getString("reader_name"),
        row.getString("card_number"),
        row.getString("item"),
        other == null ? null : new SchoolCode(other));
  }

  private static Task task(ResultSet row, int index) throws SQLException {
    return new Task(
        row.getString("task"),
        Kind.valueOf(row.getString("kind")),
        new SchoolCode(row.getString("school")),
        row.getObject("subject", UUID.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("target", LocalDate.class),
        row.getString("assignee"));
  }
}
