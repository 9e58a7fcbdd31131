package org.libpass.content;

import java.util.List;
import org.libpass.content.DeclineReason.Question;
import org.libpass.platform.AuditLog;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The schools' own lists of reasons for saying no. A school without a list of its own uses the
 * reasons that the platform offers to all.
 */
@Service
public class DeclineReasons {

  private final JdbcClient jdbc;
  private final AuditLog audit;

  DeclineReasons(JdbcClient jdbc, AuditLog audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The school's own reasons in its order; empty when it has no list of its own. */
  public List<DeclineReason> of(SchoolCode school, Question question) {
    return jdbc.sql(
            "select text_zh, text_en from decline_reason"
                + " where school = :school and question = :question order by place")
        .param("school", school.value())
        .param("question", question.name())
        .query((row, index) -> new DeclineReason(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * Replaces the school's list, which the audit log keeps. Of two librarians at once the later one
   * is right.
   *
   * @param reasons at most {@link DeclineReason#MOST}; none gives the platform's reasons back
   * @param actor the librarian's account
   */
  @Transactional
  public void change(
      SchoolCode school, Question question, List<DeclineReason> reasons, String actor) {
    if (reasons.size() > DeclineReason.MOST) {
      throw new IllegalArgumentException("At most " + DeclineReason.MOST + " reasons");
    }
    jdbc.sql("delete from decline_reason where school = :school and question = :question")
        .param("school", school.value())
        .param("question", question.name())
        .update();
    for (int place = 0; place < reasons.size(); place++) {
      DeclineReason reason = reasons.get(place);
      jdbc.sql(
              "insert into decline_reason (school, question, place, text_zh, text_en)"
                  + " values (:school, :question, :place, :zh, :en)")
          .param("school", school.value())
          .param("question", question.name())
          .param("place", place)
          .param("zh", reason.zh())
          .param("en", reason.en())
          .update();
    }
    audit.keep(
        school.value(), actor, "decline-reasons-changed", question.name(), reasons.toString());
  }
}
