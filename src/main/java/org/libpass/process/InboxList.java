package org.libpass.process;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Inbox.Kind;
import org.libpass.process.Inbox.Task;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/**
 * A school's open tasks as its librarians go through them: page by page, searched, counted; one
 * query for a page, however many tasks there are. Reads the names of readers and the numbers of
 * cards where those are kept; the name of another school's reader is not read at all.
 */
@Service
public class InboxList {

  /** How many lines a page has at most. */
  public static final int PAGE = 50;

  private static final String TASK = " left join act_ru_task t on t.id_ = i.task";
  private static final String SUBJECT =
      " left join reader r on r.id = i.reader and r.school = i.school"
          + " left join card c on c.id = i.card";

  private static final String COLUMNS =
      "select i.task, i.kind, i.school, i.subject, i.opened_at, i.target, t.assignee_ as assignee,"
          + " r.name as reader_name, c.number as card_number, i.item, i.other_school";
  private static final String OLDEST_FIRST = " order by i.opened_at, i.task";

  private final JdbcClient jdbc;
  private final TaipeiClock clock;

  InboxList(JdbcClient jdbc, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A task and what it is about; each is null when it is about none.
   *
   * @param reader the name of the school's own reader
   * @param card the number of the card
   * @param item the title or barcode of an item
   * @param otherSchool the lender that does not answer, or the school that has written
   */
  public record Line(
      Task task,
      @Nullable String reader,
      @Nullable String card,
      @Nullable String item,
      @Nullable SchoolCode otherSchool) {}

  /**
   * A page of the list, the oldest tasks first.
   *
   * @param number from 1
   * @param more whether another page follows
   */
  public record Page(List<Line> lines, int number, boolean more) {}

  /**
   * How many tasks are open.
   *
   * @param late how many of them are past their target
   */
  public record Count(long open, long late) {}

  /**
   * One page. Which tasks are on it is found first, with no more tables than the question needs:
   * the many before the page are then counted in an index and not read.
   *
   * @param number from 1; one beyond the last is empty
   */
  public Page page(InboxQuery query, int number) {
    String found = select(query) + query.order() + " limit :most offset :before";
    String sql = COLUMNS + " from (" + found + ") p join inbox_task i on i.task = p.task";
    List<Line> lines =
        asked(sql + TASK + SUBJECT + OLDEST_FIRST, query)
            .param("most", PAGE + 1)
            .param("before", (long) (number - 1) * PAGE)
            .query(InboxTable::line)
            .list();
    boolean more = lines.size() > PAGE;
    return new Page(more ? lines.subList(0, PAGE) : lines, number, more);
  }

  private static String select(InboxQuery query) {
    return "select i.task from inbox_task i"
        + (query.asksForAssignee() ? TASK : "")
        + (query.asksForSubject() ? SUBJECT : "")
        + query.condition();
  }

  private StatementSpec asked(String sql, InboxQuery query) {
    Kind kind = query.kind();
    return jdbc.sql(sql)
        .param("school", query.school().value())
        .param("kind", kind == null ? null : kind.name())
        .param("librarian", query.librarian())
        .param("today", clock.today())
        .param("words", query.pattern());
  }

  /** How many tasks of each kind the school has; a kind without any is not named. */
  public Map<Kind, Count> counts(SchoolCode school) {
    Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    jdbc.sql(
            "select kind, count(*) as open_now, count(case when target < :today then 1 end) as late"
                + " from inbox_task where school = :school group by kind")
        .param("today", clock.today())
        .param("school", school.value())
        .query(
            row -> {
              counts.put(
                  Kind.valueOf(row.getString("kind")),
                  new Count(row.getLong("open_now"), row.getLong("late")));
            });
    return counts;
  }

  /** The lines of these tasks, as far as they are open and the school's, the oldest first. */
  public List<Line> lines(SchoolCode school, Collection<String> tasks) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    String condition = " where i.school = :school and i.task in (:tasks)";
    return jdbc.sql(COLUMNS + " from inbox_task i" + TASK + SUBJECT + condition + OLDEST_FIRST)
        .param("school", school.value())
        .param("tasks", tasks)
        .query(InboxTable::line)
        .list();
  }

  /**
   * The task that comes after one in the list, or else the first one: of those that the librarian
   * may do, which are their own and nobody's.
   *
   * @param done need not be open any more; is never the answer
   */
  public Optional<String> next(InboxQuery query, Task done) {
    String free = " and (t.assignee_ is null or t.assignee_ = :librarian) and i.task <> :done";
    String select = "select i.task from inbox_task i" + TASK + SUBJECT + query.condition() + free;
    String after = " and (i.opened_at > :at or (i.opened_at = :at and i.task > :done))";
    return first(select + after, query, done).or(() -> first(select, query, done));
  }

  private Optional<String> first(String select, InboxQuery query, Task done) {
    return asked(select + query.order() + " limit 1", query)
        .param("at", done.openedAt().atOffset(ZoneOffset.UTC))
        .param("done", done.id())
        .query(String.class)
        .optional();
  }
}
