package org.libpass.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time run a job: a row per job says who holds it and until when.
 *
 * <p>A node that dies keeps the job until its time is over, so a job gives a time that it can't
 * exceed. The rows are measured in real time, not in the product's clock, which a demo may move.
 */
@Component
public class Lease {

  private final JdbcClient jdbc;
  private final Clock realTime = Clock.systemUTC();
  private final String node = UUID.randomUUID().toString();

  Lease(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Runs {@code work} unless another node is running the same job.
   *
   * @param job the job's name, at most 60 characters
   * @param atMost longer than the work can take
   * @return whether it ran here
   */
  public boolean runAlone(String job, Duration atMost, Runnable work) {
    if (!take(job, atMost)) {
      return false;
    }
    try {
      work.run();
      return true;
    } finally {
      jdbc.sql("update lease set held_until = :now where job = :job and holder = :node")
          .param("now", moment(Duration.ZERO))
          .param("job", job)
          .param("node", node)
          .update();
    }
  }

  /**
   * Keeps a job that this node is running for longer than was thought.
   *
   * @param atMost longer than the rest of the work can take
   * @return false when another node has the job by now
   */
  public boolean extend(String job, Duration atMost) {
    return jdbc.sql("update lease set held_until = :until where job = :job and holder = :node")
            .param("until", moment(atMost))
            .param("job", job)
            .param("node", node)
            .update()
        == 1;
  }

  private boolean take(String job, Duration atMost) {
    int taken =
        jdbc.sql(
                "update lease set holder = :node, held_until = :until"
                    + " where job = :job and held_until <= :now")
            .param("node", node)
            .param("until", moment(atMost))
            .param("job", job)
            .param("now", moment(Duration.ZERO))
            .update();
    return taken == 1 || (isNew(job) && create(job, atMost));
  }

  private boolean isNew(String job) {
    return jdbc.sql("select count(*) from lease where job = :job")
            .param("job", job)
            .query(Long.class)
            .single()
        == 0;
  }

  private boolean create(String job, Duration atMost) {
    try {
      jdbc.sql("insert into lease (job, holder, held_until) values (:job, :node, :until)")
          .param("job", job)
          .param("node", node)
          .param("until", moment(atMost))
          .update();
      return true;
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      return false;
    }
  }

  private OffsetDateTime moment(Duration ahead) {
    return Instant.now(realTime).plus(ahead).atOffset(ZoneOffset.UTC);
  }
}
