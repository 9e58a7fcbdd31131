package org.libpass.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.facts.Question;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was decided and why. Nothing in here is ever changed. */
@Service
public class Decisions {

  private static final String SELECT =
      "select id, made_at, school, question, subject_kind, subject, outcome, inputs, reasons,"
          + " limits, alliance_version, school_version from decision ";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TaipeiClock clock;

  Decisions(JdbcClient jdbc, JsonMapper json, TaipeiClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps a decision, in the caller's transaction.
   *
   * @param school whose rules were asked
   * @param subjectKind what it is about, such as {@code card}; at most 20 characters
   * @param subject the id of that
   * @param facts what was handed to {@link Policies#decide}
   * @return the kept decision's id
   */
  public UUID keep(
      SchoolCode school,
      String subjectKind,
      UUID subject,
      Question question,
      Decision decision,
      Object... facts) {
    UUID id = UUID.randomUUID();
    Map<String, Object> inputs = new TreeMap<>();
    for (Object fact : facts) {
      inputs.put(fact.getClass().getSimpleName(), fact);
    }
    jdbc.sql(
            "insert into decision (id, made_at, school, question, subject_kind, subject, outcome,"
                + " inputs, reasons, limits, alliance_version, school_version) values (:id, :madeAt, :school, :question,"
                + " :subjectKind, :subject, :outcome, :inputs, :reasons, :limits, :alliance, :own)")
        .param("id", id)
        .param("madeAt", OffsetDateTime.now(clock))
        .param("school", school.value())
        .param("question", question.getClass().getSimpleName())
        .param("subjectKind", subjectKind)
        .param("subject", subject)
        .param("outcome", decision.outcome().name())
        .param("inputs", json.writeValueAsString(inputs))
        .param("reasons", json.writeValueAsString(decision.reasons()))
        .param("limits", json.writeValueAsString(decision.limits()))
        .param("alliance", decision.rules().alliance())
        .param("own", decision.rules().school() == null ? null : decision.rules().own())
        .update();
    return id;
  }

  /** A kept decision. */
  public Optional<KeptDecision> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::kept).optional();
  }

  /** All decisions about one subject, the oldest first. */
  public List<KeptDecision> of(UUID subject) {
    return jdbc.sql(SELECT + "where subject = :subject order by made_at, id")
        .param("subject", subject)
        .query(this::kept)
        .list();
  }

  /**
   * The last decisions by a school's rules, the newest first.
   *
   * @param school whose rules, null for all
   * @param most how many at most
   */
  public List<KeptDecision> last(@Nullable SchoolCode school, int most) {
    return jdbc.sql(
            SELECT
                + (school == null ? "" : "where school = :school ")
                + "order by made_at desc, id limit :most")
        .param("school", school == null ? null : school.value())
        .param("most", most)
        .query(this::kept)
        .list();
  }

  private KeptDecision kept(ResultSet row, int number) throws SQLException {
    return new KeptDecision(
        row.getObject("id", UUID.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        new SchoolCode(row.getString("school")),
        row.getString("question"),
        row.getString("subject_kind"),
        row.getObject("subject", UUID.class),
        Decision.Outcome.valueOf(row.getString("outcome")),
        row.getString("inputs"),
        List.of(read(row.getString("reasons"), Reason[].class)),
        read(row.getString("limits"), Limits.class),
        row.getInt("alliance_version"),
        row.getObject("school_version", Integer.class));
  }

  /** What was kept before there was a limit or a version of some name does without it. */
  private <T> T read(String kept, Class<T> type) {
    return json.readerFor(type)
        .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .readValue(kept);
  }
}
