package org.libpass.school;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The member schools.
 *
 * <p>Nearly every request reads them and hardly any changes them, so each node keeps them for a
 * minute. What this node changes it sees at once; what another node changes, within that minute.
 */
@Service
public class Schools {

  private static final Duration KEEP = Duration.ofMinutes(1);

  private final SchoolRepository repository;
  private final AuditLog audit;
  private volatile @Nullable Snapshot snapshot;

  Schools(SchoolRepository repository, AuditLog audit) {
    this.repository = repository;
    this.audit = audit;
  }

  /** All schools in the order of their codes, also those that don't take part now. */
  public List<School> all() {
    return List.copyOf(current().byCode().values());
  }

  /** The school of that code, or empty. */
  public Optional<School> find(SchoolCode code) {
    return Optional.ofNullable(current().byCode().get(code));
  }

  /**
   * The school of that code.
   *
   * @throws NoSuchElementException if there is none
   */
  public School get(SchoolCode code) {
    return find(code).orElseThrow(() -> new NoSuchElementException("No school " + code));
  }

  /**
   * Adds a member.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if the code is taken
   */
  @Transactional
  public School add(School school) {
    forgetNowAndAtTheEnd();
    return repository.save(school);
  }

  /**
   * Lets a school stop taking part: no card is issued and nothing lent, what is out runs to its
   * end. Nothing happens if it has stopped already.
   *
   * @throws NoSuchElementException if there is no such school
   */
  @Transactional
  public void pause(SchoolCode code) {
    change(code, School::pause);
  }

  /**
   * Lets a school take part again.
   *
   * @throws NoSuchElementException if there is no such school
   */
  @Transactional
  public void resume(SchoolCode code) {
    change(code, School::resume);
  }

  /**
   * Changes how a school and its catalogue are reached, which the audit log keeps.
   *
   * @param actor who changes it: a staff account's username
   * @throws NoSuchElementException if there is no such school
   */
  @Transactional
  public void changeWindow(SchoolCode code, SchoolWindow window, String actor) {
    change(code, school -> school.isReachedBy(window));
    audit.keep(code.value(), actor, "school-window-changed", code.value(), window.toString());
  }

  /** Lets the next reader ask the database, as after the minute. */
  void forget() {
    snapshot = null;
  }

  private void change(SchoolCode code, Consumer<School> change) {
    // Read anew: the kept copy is shared by all requests and must not change before the commit.
    School school =
        repository
            .findById(code)
            .orElseThrow(() -> new NoSuchElementException("No school " + code));
    change.accept(school);
    forgetNowAndAtTheEnd();
    repository.save(school);
  }

  private Snapshot current() {
    Snapshot kept = snapshot;
    if (kept == null || System.nanoTime() - kept.readAt() > KEEP.toNanos()) {
      kept = read();
      snapshot = kept;
    }
    return kept;
  }

  private Snapshot read() {
    long now = System.nanoTime();
    Map<SchoolCode, School> byCode = new LinkedHashMap<>();
    repository.findAll().stream()
        .sorted(Comparator.comparing(School::code))
        .forEach(school -> byCode.put(school.code(), school));
    return new Snapshot(byCode, now);
  }

  /**
   * Another request may read and keep the old state between here and the commit, and this one may
   * keep a state that is rolled back; hence again when the transaction is over.
   */
  private void forgetNowAndAtTheEnd() {
    forget();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            forget();
          }
        });
  }

  /**
   * @param byCode in the order of the codes
   * @param readAt of {@link System#nanoTime()}: the product's clock may jump
   */
  private record Snapshot(Map<SchoolCode, School> byCode, long readAt) {}
}
