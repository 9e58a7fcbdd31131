package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.platform.AuditLog;
import org.libpass.process.Inbox.Claim;
import org.libpass.process.Inbox.Kind;
import org.libpass.process.Inbox.Task;
import org.libpass.process.InboxList.Line;
import org.libpass.process.InboxQuery.Show;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** How librarians go through their school's open tasks, and who has which. */
@LibpassTest
abstract class InboxListPaths {

  private static final SchoolCode SCHOOL = new SchoolCode("JENTE");
  private static final String ME = "librarian.jente";
  private static final String COLLEAGUE = "librarian2.jente";

  @Autowired People people;
  @Autowired Readers readers;
  @Autowired Activations activations;
  @Autowired Inbox inbox;
  @Autowired InboxList list;
  @Autowired AuditLog audit;
  @Autowired TestTime time;

  private final List<Reader> waiting = new ArrayList<>();

  @BeforeEach
  void threeReadersAskForActivation() {
    for (int i = 0; i < 3; i++) {
      UUID reader = people.student(SCHOOL);
      people.submit(reader);
      waiting.add(readers.get(reader));
      later(Duration.ofDays(1));
    }
  }

  @AfterEach
  void leaveNothingThatWaits() {
    for (Task task : inbox.open(SCHOOL)) {
      activations.refuse(task.subject(), ME, "end of the test");
    }
    assertThat(inbox.open(SCHOOL)).isEmpty();
    time.set(TestTime.START);
  }

  @Test
  void theOldestComesFirstWithWhatItIsAbout() {
    List<Line> lines = list.page(all(), 1).lines();

    assertThat(lines).extracting(Line::reader).containsExactlyElementsOf(names(0, 1, 2));
    assertThat(lines).allSatisfy(line -> assertThat(line.task().kind()).isEqualTo(Kind.ACTIVATION));
    assertThat(list.page(all(), 1).more()).isFalse();
    assertThat(list.page(all(), 2).lines()).isEmpty();
    assertThat(list.page(new InboxQuery(new SchoolCode("UCH"), ME, null, Show.ALL, ""), 1).lines())
        .extracting(line -> line.task().school())
        .doesNotContain(SCHOOL);
  }

  @Test
  void countsAreByKindAndLateness() {
    var count = list.counts(SCHOOL).get(Kind.ACTIVATION);

    assertThat(count.open()).isEqualTo(3);
    assertThat(count.late()).as("three days old, to be done within two").isEqualTo(1);
    assertThat(list.counts(SCHOOL)).doesNotContainKey(Kind.OVERDUE);
  }

  @Test
  void theListIsNarrowedByKindAndByWhoseTheTasksAre() {
    inbox.claim(SCHOOL, task(0), ME);
    inbox.claim(SCHOOL, task(1), COLLEAGUE);

    assertThat(shown(Show.MINE, "")).containsExactlyElementsOf(names(0));
    assertThat(shown(Show.NOBODYS, "")).containsExactlyElementsOf(names(2));
    assertThat(shown(Show.LATE, "")).containsExactlyElementsOf(names(0));
    assertThat(list.page(new InboxQuery(SCHOOL, ME, Kind.OVERDUE, Show.ALL, ""), 1).lines())
        .isEmpty();
  }

  @Test
  void searchFindsNamesAndNumbersAndTakesEverySignAsItIs() {
    Reader reader = waiting.get(1);

    assertThat(shown(Show.ALL, reader.name())).contains(reader.name());
    assertThat(shown(Show.ALL, " " + reader.number().toUpperCase(java.util.Locale.ROOT) + " "))
        .containsExactly(reader.name());
    assertThat(shown(Show.ALL, "%")).isEmpty();
    assertThat(shown(Show.ALL, "_")).isEmpty();
    assertThat(shown(Show.ALL, "'; drop table inbox_task --")).isEmpty();
  }

  @Test
  void theNextOneIsThatAfterItThatNobodyElseHas() {
    inbox.claim(SCHOOL, task(1), COLLEAGUE);
    Task first = inbox.find(SCHOOL, task(0)).orElseThrow();
    Task last = inbox.find(SCHOOL, task(2)).orElseThrow();

    assertThat(list.next(all(), first)).contains(last.id());
    assertThat(list.next(all(), last)).as("again from the beginning").contains(first.id());
    assertThat(list.next(new InboxQuery(SCHOOL, ME, Kind.OVERDUE, Show.ALL, ""), first)).isEmpty();
    assertThat(
            list.next(new InboxQuery(SCHOOL, ME, null, Show.ALL, waiting.get(0).number()), first))
        .as("no other one fits the search")
        .isEmpty();
  }

  @Test
  void aTaskIsHandedToAColleagueAndTakenOverFromOneWhoIsAway() {
    String task = task(0);
    assertThat(inbox.hand(SCHOOL, task, ME, COLLEAGUE)).isEqualTo(Claim.DONE);
    assertThat(assignee(task)).isEqualTo(COLLEAGUE);
    assertThat(inbox.hand(SCHOOL, task, ME, ME))
        .as("not one's own")
        .isEqualTo(Claim.SOMEBODY_ELSES);

    assertThat(inbox.takeOver(SCHOOL, task, ME, "librarian3.jente"))
        .as("it is somebody else's than was said")
        .isEqualTo(Claim.SOMEBODY_ELSES);
    assertThat(inbox.takeOver(new SchoolCode("UCH"), task, "librarian.uch", COLLEAGUE))
        .isEqualTo(Claim.GONE);
    assertThat(inbox.takeOver(SCHOOL, task, ME, COLLEAGUE)).isEqualTo(Claim.DONE);

    assertThat(assignee(task)).isEqualTo(ME);
    assertThat(audit.newest(SCHOOL.value(), 2))
        .extracting(AuditLog.Entry::action, AuditLog.Entry::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("task-taken-over", COLLEAGUE + " → " + ME),
            org.assertj.core.groups.Tuple.tuple("task-handed", ME + " → " + COLLEAGUE));
    assertThat(audit.newest(SCHOOL.value(), 1).get(0).subject())
        .startsWith("ACTIVATION ")
        .doesNotContain(waiting.get(0).name(), waiting.get(0).number());
  }

  @Test
  void ofTwoLibrariansAtOnceOneGetsTheTask() throws Exception {
    for (int round = 0; round < 5; round++) {
      String task = task(round % 3);
      List<Claim> answers =
          atOnce(() -> inbox.claim(SCHOOL, task, ME), () -> inbox.claim(SCHOOL, task, COLLEAGUE));

      assertThat(answers).containsExactlyInAnyOrder(Claim.DONE, Claim.SOMEBODY_ELSES);
      inbox.release(SCHOOL, task, assignee(task));
    }
  }

  private static List<Claim> atOnce(Callable<Claim> one, Callable<Claim> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    try {
      List<Future<Claim>> answers = new ArrayList<>();
      for (Callable<Claim> each : List.of(one, other)) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      return List.of(answers.get(0).get(), answers.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private InboxQuery all() {
    return new InboxQuery(SCHOOL, ME, null, Show.ALL, "");
  }

  private List<String> shown(Show show, String words) {
    return list.page(new InboxQuery(SCHOOL, ME, Kind.ACTIVATION, show, words), 1).lines().stream()
        .map(Line::reader)
        .toList();
  }

  private List<String> names(int... which) {
    return java.util.Arrays.stream(which).mapToObj(i -> waiting.get(i).name()).toList();
  }

  private String task(int which) {
    UUID subject = people.activation(waiting.get(which).id()).id();
    return inbox.open(SCHOOL).stream()
        .filter(task -> task.subject().equals(subject))
        .map(Task::id)
        .findFirst()
        .orElseThrow();
  }

  private String assignee(String task) {
    return String.valueOf(inbox.find(SCHOOL, task).orElseThrow().assignee());
  }

  private void later(Duration duration) {
    time.set(time.clock().instant().plus(duration));
  }
}
