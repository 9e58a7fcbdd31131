package org.libpass.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.flowable.engine.RepositoryService;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys the process files of this build, each text once in the life of a database.
 *
 * <p>A text that was superseded does not come back by itself: the engine's own filter compares with
 * the last deployment only, so two nodes of different builds would take turns. A file that the
 * engine can't read stops the start.
 */
@Component
@Order(1)
class ProcessTexts implements ApplicationRunner {

  private static final String FILES = "classpath*:/processes/*.bpmn20.xml";
  private static final Duration AT_MOST = Duration.ofMinutes(2);
  private static final Duration OTHER_NODE = Duration.ofMillis(200);

  private final RepositoryService repository;
  private final JdbcClient jdbc;
  private final Lease lease;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  ProcessTexts(
      RepositoryService repository,
      JdbcClient jdbc,
      Lease lease,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.repository = repository;
    this.jdbc = jdbc;
    this.lease = lease;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Doesn't return before every text is deployed, by this node or by another that starts with it.
   */
  @Override
  public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
      String name = String.valueOf(file.getFilename());
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      Runnable deploy = () -> transaction.executeWithoutResult(status -> deploy(name, text));
      while (!lease.runAlone("process " + name, AT_MOST, deploy)) {
        Thread.sleep(OTHER_NODE.toMillis());
      }
    }
  }

  /** Deploys a text unless it was deployed before; empty history aside, the newest text wins. */
  void deploy(String name, String text) {
    String hash = hash(text);
    boolean known =
        jdbc.sql("select count(*) from process_text where file = :file and hash = :hash")
                .param("file", name)
                .param("hash", hash)
                .query(Integer.class)
                .single()
            > 0;
    if (known) {
      return;
    }
    repository.createDeployment().name(name).addString(name, text).deploy();
    jdbc.sql("insert into process_text (file, hash, deployed_at) values (:file, :hash, :now)")
        .param("file", name)
        .param("hash", hash)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
