package org.libpass.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code rules_text}. */
@Component
class JdbcRuleArchive implements RuleArchive {

  private final JdbcClient jdbc;

  JdbcRuleArchive(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(RulesVersion version, String alliance, @Nullable String school, Instant now) {
    int known =
        jdbc.sql("select count(*) from rules_text where hash = :hash")
            .param("hash", version.hash())
            .query(Integer.class)
            .single();
    if (known > 0) {
      return;
    }
    try {
      jdbc.sql(
              "insert into rules_text (hash, school, alliance_body, school_body, first_seen)"
                  + " values (:hash, :school, :alliance, :own, :now)")
          .param("hash", version.hash())
          .param("school", version.school())
          .param("alliance", alliance)
          .param("own", school)
          .param("now", now.atZone(TaipeiClock.ZONE).toOffsetDateTime())
          .update();
    } catch (DuplicateKeyException e) {
      // Another node was faster; the hash says that it kept the same.
    }
  }
}
