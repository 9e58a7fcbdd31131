package org.libpass.reader.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.ils.IlsUnavailable;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.reader.list.ReaderLists.Confirmation;
import org.libpass.reader.list.ReaderLists.Counts;
import org.libpass.reader.list.ReaderLists.Upload;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A list from its upload over the preview to what it changes. */
class ReaderListsTests {

  @Nested
  @LibpassTest
  @OnH2
  class OnOneDatabase extends Situations {}

  @Nested
  @LibpassTest
  @OnPostgres
  class OnTheOther extends Situations {}

  abstract static class Situations {

    private static final SchoolCode LANYANG = new SchoolCode("LANYANG");
    private static final String BY = "librarian.lanyang";
    private static final String HEADS = "證號,姓名,身分,單位,效期,信箱,逾期冊數,欠款\n";

    @Autowired private ReaderLists lists;
    @Autowired private Readers readers;
    @Autowired private TaipeiClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionOperations transaction;

    private final String own = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void nothingChangesBeforeTheConfirmation() {
      UUID list = upload(line("a", "王小明") + line("b", "李麗華"));
      Preview preview = preview(list);
      assertThat(preview.counts()).isEqualTo(new Counts(2, 0, 0));
      assertThat(preview.rows()).extracting(Preview.Row::line).containsExactly(2, 3);
      assertThat(known("a")).isZero();

      assertThat(confirm(list)).isEqualTo(new Confirmation.Taken(new Counts(2, 0, 0)));
      Reader reader = reader("a");
      assertThat(reader.name()).isEqualTo("王小明");
      assertThat(reader.expiry()).isEqualTo(LocalDate.of(2028, 6, 30));
      assertThat(reader.status()).isEqualTo(Reader.Status.NOT_ACTIVATED);
      assertThat(reader.homeRecord().overdueItems()).isZero();
      assertThat(reader.homeRecord().askedAt()).isEqualTo(clock.instant());
    }

    @Test
    void theSameListAgainChangesItsTimeOnly() {
      take(line("a", "王小明") + line("b", "李麗華"));
      UUID before = reader("a").id();
      clock.advance(Duration.ofDays(1));
      assertThat(take(line("a", "王小明") + line("b", "李麗華"))).isEqualTo(new Counts(0, 0, 2));
      assertThat(reader("a").id()).isEqualTo(before);
      assertThat(reader("a").homeRecord().askedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aSecondClickTakesNothingTwice() {
      UUID list = upload(line("a", "王小明"));
      assertThat(confirm(list)).isEqualTo(confirm(list));
      assertThat(known("a")).isEqualTo(1);
      assertThat(kept(list)).as("people are not kept twice").isZero();
    }

    @Test
    void whatChangesIsShownAndWhatIsTheReadersOwnStays() {
      take(line("a", "王小明"));
      readers.correctContact(reader("a").id(), "own@example.org", "0912-345-678");
      UUID list = upload(number("a") + ",王大明,,,,,,\n");
      Preview.Row row = preview(list).rows().get(0);
      assertThat(row.before()).isNotNull();
      assertThat(row.before().name()).isEqualTo("王小明");
      assertThat(row.now().name()).isEqualTo("王大明");
      assertThat(preview(list).withoutEmail()).isEqualTo(1);
      confirm(list);
      Reader reader = reader("a");
      assertThat(reader.name()).isEqualTo("王大明");
      assertThat(reader.expiry()).isNull();
      assertThat(reader.libraryEmail()).isNull();
      assertThat(reader.homeRecord().overdueItems()).as("unknown, not none").isNull();
      assertThat(reader.homeRecord().finesOwed()).isNull();
      assertThat(reader.email()).isEqualTo("own@example.org");
    }

    @Test
    void whoIsNotInTheListStaysAsBefore() {
      take(line("a", "王小明") + line("b", "李麗華"));
      Instant then = reader("b").homeRecord().askedAt();
      clock.advance(Duration.ofDays(1));
      UUID list = upload(line("a", "王小明"));
      assertThat(preview(list).absent()).isPositive();
      confirm(list);
      assertThat(reader("b").homeRecord().askedAt()).isEqualTo(then);
    }

    @Test
    void aListWithOneFaultTakesNobody() {
      Upload answer = send(line("a", "王小明") + line("b", "=1+1"));
      assertThat(answer).isInstanceOf(Upload.Faulty.class);
      assertThat(((Upload.Faulty) answer).problems()).hasSize(1);
      assertThat(known("a")).isZero();
    }

    @Test
    void allOrNothing() {
      UUID list = upload(line("a", "王小明") + line("b", "李麗華"));
      transaction.executeWithoutResult(
          status -> {
            confirm(list);
            assertThat(known("b")).isEqualTo(1);
            status.setRollbackOnly();
          });
      assertThat(known("a")).isZero();
      assertThat(confirm(list)).isEqualTo(new Confirmation.Taken(new Counts(2, 0, 0)));
    }

    @Test
    void aListWaitsForItsLibrarianAndForAnHour() {
      UUID list = upload(line("a", "王小明"));
      assertThat(lists.preview(LANYANG, "librarian2.lanyang", list)).isEmpty();
      assertThat(lists.confirm(LANYANG, "librarian2.lanyang", list))
          .isEqualTo(new Confirmation.Gone());
      assertThat(lists.confirm(new SchoolCode("MKC"), BY, list)).isEqualTo(new Confirmation.Gone());
      clock.advance(ReaderLists.LIFE);
      assertThat(lists.preview(LANYANG, BY, list)).isEmpty();
      assertThat(confirm(list)).isEqualTo(new Confirmation.Gone());
      assertThat(kept(list)).isEqualTo(1);
      clock.advance(Duration.ofSeconds(1));
      lists.dropForgotten();
      assertThat(kept(list)).isZero();
      assertThat(known("a")).isZero();
    }

    @Test
    void aNewListOrADroppedOneIsNotKept() {
      UUID first = upload(line("a", "王小明"));
      UUID second = upload(line("a", "王小明"));
      assertThat(kept(first)).isZero();
      lists.drop(LANYANG, "librarian2.lanyang", second);
      assertThat(kept(second)).isEqualTo(1);
      lists.drop(LANYANG, BY, second);
      assertThat(kept(second)).isZero();
      assertThat(confirm(second)).isEqualTo(new Confirmation.Gone());
    }

    @Test
    void afterAnotherListTheFirstIsShownAgain() {
      UUID mine = upload(line("a", "王小明"));
      clock.advance(Duration.ofMinutes(1));
      Upload theirs = lists.upload(LANYANG, "librarian2.lanyang", file(line("a", "王大明")));
      lists.confirm(LANYANG, "librarian2.lanyang", ((Upload.Waiting) theirs).id());
      clock.advance(Duration.ofMinutes(1));
      assertThat(confirm(mine)).isEqualTo(new Confirmation.LookAgain());
      assertThat(reader("a").name()).isEqualTo("王大明");
      assertThat(preview(mine).counts()).isEqualTo(new Counts(0, 1, 0));
      assertThat(confirm(mine)).isEqualTo(new Confirmation.Taken(new Counts(0, 1, 0)));
      assertThat(reader("a").name()).isEqualTo("王小明");
    }

    @Test
    void twoListsAtTheSameMomentLeaveNobodyTwice() {
      String people =
          IntStream.range(0, 50)
              .mapToObj(one -> line("x" + one, "王小明"))
              .collect(Collectors.joining());
      UUID mine = upload(people);
      UUID theirs =
          ((Upload.Waiting) lists.upload(LANYANG, "librarian2.lanyang", file(people))).id();
      List<Confirmation> answers =
          IntStream.range(0, 2)
              .parallel()
              .mapToObj(
                  one ->
                      one == 0
                          ? lists.confirm(LANYANG, BY, mine)
                          : lists.confirm(LANYANG, "librarian2.lanyang", theirs))
              .toList();
      assertThat(answers).hasAtLeastOneElementOfType(Confirmation.Taken.class);
      assertThat(known("x0") + known("x49")).isEqualTo(2);
    }

    @Test
    void whoWasListedIsAskedOfNobody() throws IlsUnavailable {
      take(line("a", "王小明"));
      Instant then = reader("a").homeRecord().askedAt();
      clock.advance(Duration.ofDays(1));
      readers.refresh(reader("a").id());
      assertThat(reader("a").homeRecord().askedAt()).isEqualTo(then);
    }

    @Test
    void aSchoolWithAConnectionNeedsNone() {
      SchoolCode ntut = new SchoolCode("NTUT");
      assertThat(lists.takesFrom(ntut)).isFalse();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lists.upload(ntut, "librarian.ntut", file(line("a", "王小明"))));
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() {
      Upload answer = lists.upload(LANYANG, BY, new byte[ReaderLists.MOST_BYTES + 1]);
      assertThat(answer)
          .isEqualTo(new Upload.Faulty(List.of(Problem.ofList(Problem.Kind.TOO_LARGE, 3 * 1024))));
      assertThat(lists.upload(LANYANG, BY, new byte[] {(byte) 0xFF}))
          .isEqualTo(new Upload.Faulty(List.of(Problem.ofList(Problem.Kind.CHARSET, 0))));
    }

    @Test
    void theDemosReadersAreThere() {
      assertThat(lists.last(LANYANG)).isPresent();
      assertThat(lists.last(new SchoolCode("MKC")))
          .get()
          .satisfies(
              last -> {
                assertThat(last.by()).isEqualTo("librarian.mkc");
                assertThat(last.counts().added()).isEqualTo(7);
              });
    }

    private UUID upload(String lines) {
      Upload answer = send(lines);
      assertThat(answer).isInstanceOf(Upload.Waiting.class);
      return ((Upload.Waiting) answer).id();
    }

    private Upload send(String lines) {
      return lists.upload(LANYANG, BY, file(lines));
    }

    private static byte[] file(String lines) {
      return (HEADS + lines).getBytes(StandardCharsets.UTF_8);
    }

    private Preview preview(UUID list) {
      return lists.preview(LANYANG, BY, list).orElseThrow();
    }

    private Confirmation confirm(UUID list) {
      return lists.confirm(LANYANG, BY, list);
    }

    private Counts take(String lines) {
      return ((Confirmation.Taken) confirm(upload(lines))).counts();
    }

    private String line(String who, String name) {
      return number(who) + "," + name + ",學生,觀光系,2028-06-30," + number(who) + "@example.org,0,0\n";
    }

    /** No two tests have the same reader. */
    private String number(String who) {
      return own + who;
    }

    private Reader reader(String who) {
      UUID id =
          jdbc.sql("select id from reader where school = 'LANYANG' and number = :number")
              .param("number", number(who))
              .query(UUID.class)
              .single();
      return readers.get(id);
    }

    private int known(String who) {
      return count("select count(*) from reader where number = '" + number(who) + "'");
    }

    private int kept(UUID list) {
      return count("select count(*) from listed_reader where reader_list = '" + list + "'");
    }

    private int count(String sql) {
      return jdbc.sql(sql).query(Integer.class).single();
    }
  }
}
