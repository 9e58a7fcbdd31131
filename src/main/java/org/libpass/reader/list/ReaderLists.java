package org.libpass.reader.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libpass.ils.Connections;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.ListedReaders;
import org.libpass.reader.ListedReaders.Comparison;
import org.libpass.school.SchoolCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes lists of readers in two steps: a list without any fault is kept aside and shown against
 * what there is; once confirmed it is taken over, all of it or nothing. The rows that were shown
 * are the rows that are taken: they wait in the database, for the librarian who brought them alone
 * and for {@link #LIFE} at most.
 *
 * <p>The same list again changes nothing but its time.
 */
@Service
public class ReaderLists {

  /** The most that a list may have, in bytes. */
  public static final int MOST_BYTES = 3 * 1024 * 1024;

  static final Duration LIFE = Duration.ofHours(1);

  /** What is wrong with a list of more than {@link #MOST_BYTES}. */
  public static final Problem TOO_LARGE = Problem.ofList(Problem.Kind.TOO_LARGE, MOST_BYTES / 1024);

  private final ReaderListRepository lists;
  private final ListedReaders readers;
  private final Connections connections;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  ReaderLists(
      ReaderListRepository lists,
      ListedReaders readers,
      Connections connections,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.lists = lists;
    this.readers = readers;
    this.connections = connections;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** How many readers a list adds, changes, and only confirms. */
  public record Counts(int added, int changed, int unchanged) {

    static Counts of(Comparison comparison) {
      return new Counts(
          comparison.added().size(), comparison.changed().size(), comparison.unchanged().size());
    }
  }

  /** The answer to a list. */
  public sealed interface Upload {

    /** It is in order and waits for confirmation under this id. */
    record Waiting(UUID id) implements Upload {}

    /** It is not in order, and nothing of it is kept. */
    record Faulty(List<Problem> problems) implements Upload {}
  }

  /** The answer to a confirmation. */
  public sealed interface Confirmation {

    /** It is taken over, now or at an earlier click. */
    record Taken(Counts counts) implements Confirmation {}

    /** Another list was taken over meanwhile: nothing was done, and there is a new preview. */
    record LookAgain() implements Confirmation {}

    /** There is no such list of this librarian any more, or the school has a connection now. */
    record Gone() implements Confirmation {}
  }

  /** The list that was taken over last. */
  public record Last(Instant at, String by, Counts counts) {}

  /** Whether a school tells of its readers by lists. */
  public boolean takesFrom(SchoolCode school) {
    return !connections.has(school);
  }

  /**
   * Reads a file and keeps it aside if it is in order; the librarian's earlier one is dropped.
   *
   * @param by the librarian's account
   */
  public Upload upload(SchoolCode school, String by, byte[] file) {
    if (file.length > MOST_BYTES) {
      return faulty(TOO_LARGE);
    }
    return Charsets.decode(file)
        .map(decoded -> keep(school, by, decoded))
        .orElseGet(() -> faulty(Problem.ofList(Problem.Kind.CHARSET, 0)));
  }

  private static Upload faulty(Problem problem) {
    return new Upload.Faulty(List.of(problem));
  }

  private Upload keep(SchoolCode school, String by, Charsets.Decoded file) {
    if (!takesFrom(school)) {
      throw new IllegalArgumentException("Has a connection: " + school);
    }
    Parsed parsed = Parser.parse(file.text());
    if (!parsed.problems().isEmpty()) {
      return new Upload.Faulty(parsed.problems());
    }
    return transaction.execute(
        status -> {
          lists.deleteAll(lists.findByAppliedAtIsNullAndSchoolAndUploadedBy(school.value(), by));
          ReaderList list =
              ReaderList.of(school, by, clock.instant(), taken(school), file.charset(), parsed);
          return new Upload.Waiting(lists.save(list).id());
        });
  }

  /** What a waiting list would do; empty if it is gone or not this librarian's. */
  @Transactional(readOnly = true)
  public Optional<Preview> preview(SchoolCode school, String by, UUID id) {
    return lists.findById(id).filter(list -> isWaiting(list, school, by)).map(this::preview);
  }

  private Preview preview(ReaderList list) {
    return Preview.of(list, readers.compare(list.school(), list.records(list.comparedAt())));
  }

  private boolean isWaiting(ReaderList list, SchoolCode school, String by) {
    return list.isOf(school, by)
        && list.appliedAt() == null
        && clock.instant().isBefore(list.comparedAt().plus(LIFE));
  }

  /** Takes a waiting list over. */
  public Confirmation confirm(SchoolCode school, String by, UUID id) {
    try {
      return transaction.execute(status -> take(school, by, id));
    } catch (OptimisticLockingFailureException | DuplicateKeyException atTheSameMoment) {
      transaction.executeWithoutResult(
          status -> lists.findWithLockById(id).ifPresent(this::compareAgain));
      return new Confirmation.LookAgain();
    }
  }

  private Confirmation take(SchoolCode school, String by, UUID id) {
    Optional<ReaderList> found = lists.findWithLockById(id).filter(list -> list.isOf(school, by));
    if (found.isPresent() && found.get().appliedAt() != null) {
      return new Confirmation.Taken(found.get().counts());
    }
    if (!takesFrom(school) || found.filter(list -> isWaiting(list, school, by)).isEmpty()) {
      return new Confirmation.Gone();
    }
    ReaderList list = found.get();
    if (taken(school) != list.listsBefore()) {
      compareAgain(list);
      return new Confirmation.LookAgain();
    }
    Instant now = clock.instant();
    list.applied(now, Counts.of(readers.take(school, list.records(now))));
    return new Confirmation.Taken(lists.save(list).counts());
  }

  private void compareAgain(ReaderList list) {
    list.comparedAgain(clock.instant(), taken(list.school()));
    lists.save(list);
  }

  /** How many lists of a school were taken over so far. */
  private int taken(SchoolCode school) {
    return lists.countBySchoolAndAppliedAtIsNotNull(school.value());
  }

  /** Drops a waiting list; nothing happens if it is gone. */
  @Transactional
  public void drop(SchoolCode school, String by, UUID id) {
    lists
        .findWithLockById(id)
        .filter(list -> list.isOf(school, by) && list.appliedAt() == null)
        .ifPresent(lists::delete);
  }

  /** The last list of a school that was taken over, or empty. */
  @Transactional(readOnly = true)
  public Optional<Last> last(SchoolCode school) {
    return lists
        .findFirstBySchoolAndAppliedAtIsNotNullOrderByAppliedAtDesc(school.value())
        .map(ReaderLists::last);
  }

  private static Last last(ReaderList list) {
    Instant at = list.appliedAt();
    if (at == null) {
      throw new IllegalStateException("Not taken over: " + list.id());
    }
    return new Last(at, list.uploadedBy(), list.counts());
  }

  /** Lists are people's data: what nobody confirms does not stay. Every node may do this. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
  @Transactional
  void dropForgotten() {
    lists.deleteAll(lists.findByAppliedAtIsNullAndComparedAtLessThan(clock.instant().minus(LIFE)));
  }
}
