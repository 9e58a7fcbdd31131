package org.libpass.process;

import org.jspecify.annotations.Nullable;
import org.libpass.process.Inbox.Kind;
import org.libpass.school.SchoolCode;

/**
 * Which of a school's open tasks are looked for.
 *
 * @param school whose
 * @param librarian the account of who looks
 * @param kind only those, null for all
 * @param show which of them
 * @param words what is searched for in the reader's name and number, the card's number and the
 *     item's title and barcode; empty for all
 */
public record InboxQuery(
    SchoolCode school, String librarian, @Nullable Kind kind, Show show, String words) {

  /** Which tasks are shown, by whose they are or how late. */
  public enum Show {
    ALL,
    /** Those that the librarian has claimed. */
    MINE,
    /** Those that nobody has claimed. */
    NOBODYS,
    /** Those past their target. */
    LATE
  }

  public InboxQuery {
    words = words.strip();
  }

  /** Whether the condition looks at the engine's task. */
  boolean asksForAssignee() {
    return show == Show.MINE || show == Show.NOBODYS;
  }

  /** Whether the condition looks at the reader and the card. */
  boolean asksForSubject() {
    return !words.isEmpty();
  }

  /** The condition in SQL, over the tables as {@link InboxList} names them. */
  String condition() {
    StringBuilder where = new StringBuilder(" where i.school = :school");
    if (kind != null) {
      where.append(" and i.kind = :kind");
    }
    switch (show) {
      case ALL -> {}
      case MINE -> where.append(" and t.assignee_ = :librarian");
      case NOBODYS -> where.append(" and t.assignee_ is null");
      case LATE -> where.append(" and i.target < :today");
    }
    if (!words.isEmpty()) {
      where.append(" and (");
      for (String column : new String[] {"r.name", "r.number", "c.number", "i.item"}) {
        where.append("lower(").append(column).append(") like :words escape '!' or ");
      }
      // A loan is its lender's and the home school's matter, and nobody else's.
      where.append(
          "exists (select 1 from loan l where l.card = i.card and l.still_out = true"
              + " and (r.id is not null or l.lending_school = i.school)"
              + " and (lower(l.title) like :words escape '!'"
              + " or lower(l.barcode) like :words escape '!')))");
    }
    return where.toString();
  }

  /**
   * The oldest first. The columns that are the same in all rows lead H2 to the index that has the
   * rows in that order; without them it sorts all of them.
   */
  String order() {
    return " order by i.school, " + (kind == null ? "" : "i.kind, ") + "i.opened_at, i.task";
  }

  /** The words as a pattern in which no sign of theirs means anything else. */
  String pattern() {
    String plain = words.toLowerCase(java.util.Locale.ROOT);
    for (String sign : new String[] {"!", "%", "_"}) {
      plain = plain.replace(sign, "!" + sign);
    }
    return "%" + plain + "%";
  }
}
