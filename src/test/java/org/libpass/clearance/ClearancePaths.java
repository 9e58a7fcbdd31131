package org.libpass.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.Cards;
import org.libpass.platform.AuditLog;
import org.libpass.reader.Departures;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderEvent;
import org.libpass.reader.ReaderHistory;
import org.libpass.reader.ReaderSearch;
import org.libpass.reader.Readers;
import org.libpass.reader.Suspensions;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding readers, their standing, and what they have left, on the database underneath. */
@LibpassTest
abstract class ClearancePaths {

  private static final SchoolCode HOME = new SchoolCode("AEUST");
  private static final SchoolCode ELSEWHERE = new SchoolCode("HSC");
  private static final String LIBRARIAN = "librarian.aeust";
  private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);

  @Autowired private People people;
  @Autowired private Readers readers;
  @Autowired private ReaderSearch search;
  @Autowired private ReaderHistory history;
  @Autowired private Suspensions suspensions;
  @Autowired private Departures departures;
  @Autowired private Clearances clearances;
  @Autowired private CardApplications applications;
  @Autowired private Cards cards;
  @Autowired private AuditLog audit;

  @Test
  void readersAreFoundByWhatIsKnownOfThem() {
    Reader active = readers.get(people.activeStudent(HOME));
    Reader other = readers.get(people.student(HOME));
    readers.correctContact(active.id(), "50%_off!@example.org", "0912");

    assertThat(found("50%_OFF!@", null)).containsExactly(active.id());
    assertThat(found("50%%off", null)).isEmpty();
    assertThat(found(active.number(), Reader.Status.ACTIVE)).containsExactly(active.id());
    assertThat(found(active.number(), Reader.Status.SUSPENDED)).isEmpty();
    assertThat(found("", null)).contains(active.id(), other.id());
    assertThat(search.count(HOME, new ReaderSearch.Wanted(other.number(), null))).isEqualTo(1);
    assertThat(search.count(ELSEWHERE, new ReaderSearch.Wanted(other.number(), null))).isZero();
    assertThat(search.named(HOME, List.of(active.id(), UUID.randomUUID())))
        .containsOnlyKeys(active.id().toString());
    assertThat(search.named(ELSEWHERE, List.of(active.id()))).isEmpty();
  }

  private List<UUID> found(String words, Reader.Status status) {
    return search.find(HOME, new ReaderSearch.Wanted(words, status), 0, 50).stream()
        .map(ReaderSearch.Row::id)
        .toList();
  }

  @Test
  void standingHasAHistory() {
    UUID reader = people.activeStudent(HOME);

    assertThat(suspensions.lift(reader, LIBRARIAN, "不是停權的")).isFalse();
    assertThat(suspensions.suspend(reader, LIBRARIAN, "證件借人")).isTrue();
    assertThat(suspensions.suspend(reader, LIBRARIAN, "再一次")).isFalse();
    assertThat(history.suspension(readers.get(reader)).orElseThrow().note()).isEqualTo("證件借人");
    assertThat(suspensions.lift(reader, LIBRARIAN, "已經說明")).isTrue();
    assertThat(departures.leave(HOME, List.of(reader), JUNE, LIBRARIAN)).isEqualTo(1);
    assertThat(departures.leave(HOME, List.of(reader), JUNE, LIBRARIAN)).as("again").isZero();
    assertThat(departures.leave(ELSEWHERE, List.of(reader), JUNE.plusDays(1), LIBRARIAN)).isZero();
    assertThat(departures.stay(ELSEWHERE, reader, LIBRARIAN)).isFalse();
    assertThat(readers.get(reader).leavingFrom()).isEqualTo(JUNE);
    assertThat(readers.get(reader).isLeaving(JUNE.minusDays(1))).isFalse();
    assertThat(readers.get(reader).isLeaving(JUNE)).isTrue();
    assertThat(departures.stay(HOME, reader, LIBRARIAN)).isTrue();
    assertThat(departures.stay(HOME, reader, LIBRARIAN)).isFalse();

    assertThat(history.suspension(readers.get(reader))).isEmpty();
    assertThat(history.of(reader))
        .extracting(ReaderEvent::kind)
        .containsExactly(
            ReaderEvent.Kind.STAYING,
            ReaderEvent.Kind.LEAVING,
            ReaderEvent.Kind.LIFTED,
            ReaderEvent.Kind.SUSPENDED);
    assertThat(audit.actions(HOME.value()))
        .contains("reader-suspended", "reader-lifted", "reader-leaving", "reader-staying");
  }

  @Test
  void aListIsAnsweredAndActedOn() {
    Reader clear = readers.get(people.student(HOME));
    Reader alsoClear = readers.get(people.student(HOME));
    Reader holder = readers.get(people.activeStudent(HOME));
    UUID card = ((Answer.Issued) applications.apply(holder.id())).card().id();
    Reader unknown = readers.get(people.signedIn(HOME, 11));
    String list =
        String.join("\n", clear.number(), alsoClear.number(), holder.number(), unknown.number());

    UUID id =
        ((Clearances.Brought.Kept)
                clearances.bring(HOME, LIBRARIAN, list.getBytes(StandardCharsets.UTF_8)))
            .id();
    Clearance found = clearances.find(HOME, LIBRARIAN, id).orElseThrow();

    assertThat(found.lines())
        .extracting(Leaver::state)
        .containsExactly(
            Leaver.State.CLEAR, Leaver.State.CLEAR, Leaver.State.LEFT, Leaver.State.UNKNOWN);
    assertThat(found.markable(false)).containsExactly(clear.id(), alsoClear.id());
    assertThat(found.markable(true)).contains(unknown.id()).doesNotContain(holder.id());
    assertThat(departures.leave(HOME, found.markable(false), JUNE, LIBRARIAN)).isEqualTo(2);
    assertThat(audit.newest(HOME.value(), 1))
        .extracting(AuditLog.Entry::action, AuditLog.Entry::subject, AuditLog.Entry::detail)
        .containsExactly(tuple("readers-leaving", "2", "2027-06-30"));

    cards.cancel(card);
    assertThat(clearances.find(HOME, LIBRARIAN, id).orElseThrow().lines().get(2).state())
        .as("its slot settles")
        .isEqualTo(Leaver.State.UNKNOWN);
    assertThat(clearances.find(HOME, "librarian2.aeust", id)).isEmpty();
    assertThat(clearances.find(ELSEWHERE, LIBRARIAN, id)).isEmpty();
    clearances.bring(HOME, LIBRARIAN, "x".getBytes(StandardCharsets.UTF_8));
    assertThat(clearances.find(HOME, LIBRARIAN, id)).as("a new list drops the old one").isEmpty();
  }
}
