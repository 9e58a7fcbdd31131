package org.libpass.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libpass.notice.Visits.CUTE;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.circulation.CardEvidence;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.libpass.testing.TestClock;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readers are told in the morning, day by day. */
class RemindersTests {

  @Nested
  @OnH2
  class OnOneDatabase extends Situations {}

  @Nested
  @OnPostgres
  class OnTheOther extends Situations {}

  @TestClock
  @SpringBootTest(
      classes = NoticeSlice.class,
      webEnvironment = WebEnvironment.NONE,
      properties = {NoticeSlice.NEVER_BY_ITSELF, "libpass.public-url=https://card.example.org"})
  abstract static class Situations {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final SchoolCode NTCB = new SchoolCode("NTCB");

    @Autowired private MorningRound morning;
    @Autowired private Reminders reminders;
    @Autowired private Told told;
    @Autowired private Lease lease;
    @Autowired private TaipeiClock clock;
    @Autowired private Visits visits;
    @Autowired private Mailbox mailbox;
    @Autowired private CardEvidence evidence;
    @Autowired private TestTime time;
    @Autowired private JdbcClient jdbc;
    @Autowired private AutowireCapableBeanFactory beans;

    /** Of the last round in which there was one. */
    private Mail newest;

    @BeforeEach
    void nothingIsOut() {
      for (String table : List.of("loan", "card", "notice", "notice_round", "mail")) {
        jdbc.sql("delete from " + table).update();
      }
      hasSchool(CUTE, "中國科技大學");
      hasSchool(NTCB, "國立臺北商業技術學院");
      reset(evidence);
      when(evidence.reaches(any(), any(), any())).thenReturn(true);
      visits.policy.grants();
    }

    @Test
    void aBookComesDueIsDueAndIsOverdue() {
      time.set(MONDAY.atTime(10, 0));
      UUID reader = borrower(MONDAY.plusDays(4));
      assertThat(told(reader, MONDAY)).isEmpty();
      assertThat(told(reader, MONDAY.plusDays(1)))
          .containsExactly("還書提醒：請在 2026-11-27（五） 以前還到中國科技大學");
      assertThat(told(reader, MONDAY.plusDays(2))).isEmpty();
      assertThat(told(reader, MONDAY.plusDays(3))).hasSize(1);
      assertThat(told(reader, MONDAY.plusDays(4))).containsExactly("今天要還書：請還到中國科技大學");
      assertThat(told(reader, MONDAY.plusDays(5))).containsExactly("借書逾期 1 天，請還到中國科技大學");
      assertThat(told(reader, MONDAY.plusDays(6))).isEmpty();
      assertThat(told(reader, MONDAY.plusDays(7))).containsExactly("借書逾期 3 天，請還到中國科技大學");
      assertThat(told(reader, MONDAY.plusDays(11))).containsExactly("借書逾期 7 天，請還到中國科技大學");
      assertThat(told(reader, MONDAY.plusDays(18))).containsExactly("借書逾期 14 天，請還到中國科技大學");
      visits.returns(card(reader), CUTE, "B1");
      assertThat(told(reader, MONDAY.plusDays(25))).isEmpty();
    }

    @Test
    void theMailNamesTheBooksAndLeadsToTheCard() {
      UUID reader = visits.active();
      visits.readers.speak(reader, Locale.ENGLISH);
      Card card = visits.withCard(reader);
      LocalDate date = MONDAY.plusDays(2);
      visits.borrows(card, CUTE, "B1", "論語 <𠮷>", date);
      visits.borrows(card, CUTE, "B2", " ", date);
      assertThat(told(reader, date)).containsExactly("To be returned today: CUTE");
      Mail mail = newest;
      assertThat(mail.body())
          .contains("today:\n- 論語 <𠮷> (barcode B1)\n- barcode B2\n\n")
          .contains("2026-11-25 (Wed)")
          .contains("See the card:\nhttps://card.example.org/me/cards/" + card.number() + "\n");
      assertThat(mail.html()).contains("- 論語 &lt;𠮷&gt; (barcode B1)<br>- barcode B2</p>");
    }

    @Test
    void booksOfOneSchoolWithOneDateAreOneMail() {
      UUID reader = borrower(MONDAY.plusDays(1));
      visits.borrows(card(reader), CUTE, "B2", "孟子", MONDAY.plusDays(1));
      visits.borrows(card(reader), CUTE, "B3", "大學", MONDAY);
      visits.borrows(card(reader), NTCB, "B1", "中庸", MONDAY.plusDays(1));
      assertThat(told(reader, MONDAY.plusDays(1)))
          .containsExactlyInAnyOrder(
              "今天要還書：請還到中國科技大學", "借書逾期 1 天，請還到中國科技大學", "今天要還書：請還到國立臺北商業技術學院");
    }

    @Test
    void theLendingSchoolSaysHowLongBefore() {
      UUID reader = borrower(MONDAY.plusDays(6));
      visits.policy.tellsBefore(CUTE, List.of(5));
      assertThat(told(reader, MONDAY.plusDays(1))).hasSize(1);
      assertThat(told(reader, MONDAY.plusDays(3))).isEmpty();
      assertThat(told(reader, MONDAY.plusDays(6))).isEmpty();
    }

    @Test
    void atNineAndNotBefore() {
      UUID reader = borrower(MONDAY.plusDays(1));
      time.set(MONDAY.plusDays(1).atTime(8, 59));
      assertThat(round(reader)).isEmpty();
      time.set(MONDAY.plusDays(1).atTime(9, 0));
      assertThat(round(reader)).hasSize(1);
      time.set(MONDAY.plusDays(1).atTime(9, 1));
      assertThat(round(reader)).isEmpty();
    }

    @Test
    void aMorningOnWhichNothingRanIsMadeUpForOnce() {
      UUID reader = borrower(MONDAY.plusDays(1));
      assertThat(told(reader, MONDAY.plusDays(6))).containsExactly("借書逾期 5 天，請還到中國科技大學");
      assertThat(told(reader, MONDAY.plusDays(7))).isEmpty();
      assertThat(told(reader, MONDAY.plusDays(8))).containsExactly("借書逾期 7 天，請還到中國科技大學");
    }

    @Test
    void whatIsOverdueIsToldOnlyAfterAnAnswerFromAfterTheDate() {
      UUID reader = borrower(MONDAY);
      AtomicReference<Instant> answered = new AtomicReference<>(moment(MONDAY.plusDays(1), -1));
      when(evidence.reaches(any(), eq(CUTE), any()))
          .thenAnswer(asked -> !answered.get().isBefore(asked.<Instant>getArgument(2)));
      assertThat(told(reader, MONDAY.plusDays(1))).isEmpty();
      time.set(MONDAY.plusDays(1).atTime(14, 0));
      assertThat(round(reader)).isEmpty();
      answered.set(moment(MONDAY.plusDays(1), 0));
      assertThat(round(reader)).containsExactly("借書逾期 1 天，請還到中國科技大學");
      assertThat(round(reader)).isEmpty();
    }

    @Test
    void aSilentSchoolKeepsNoOtherFromTelling() {
      UUID reader = borrower(MONDAY);
      visits.borrows(card(reader), NTCB, "B1", "中庸", MONDAY);
      when(evidence.reaches(any(), eq(CUTE), any())).thenReturn(false);
      assertThat(told(reader, MONDAY.plusDays(1))).containsExactly("借書逾期 1 天，請還到國立臺北商業技術學院");
    }

    @Test
    void aCardEndsTomorrowUnused() {
      UUID reader = visits.active();
      Card card = visits.withCard(reader);
      assertThat(told(reader, card.validUntil().minusDays(2))).isEmpty();
      assertThat(told(reader, card.validUntil().minusDays(1)))
          .containsExactly("借書證明天到期，還沒有借過書：" + card.number());
      assertThat(newest.body())
          .contains("2026-11-26（四）", "https://card.example.org/me/cards/" + card.number());
      assertThat(told(reader, card.validUntil())).isEmpty();
    }

    @Test
    void aCardThatIsUsedOrCancelledEndsWithoutAWord() {
      UUID borrower = borrower(MONDAY.plusDays(21));
      UUID other = visits.active();
      Card cancelled = visits.withCard(other);
      visits.cards.cancel(cancelled.id());
      time.set(cancelled.validUntil().minusDays(1));
      assertThat(round(borrower)).isEmpty();
      assertThat(round(other)).isEmpty();
    }

    @Test
    void twoNodesAtOnceTellOnce() throws Exception {
      UUID reader = borrower(MONDAY.plusDays(1));
      time.set(MONDAY.plusDays(1));
      int before = mails(reader).size();
      MorningRound otherNode =
          new MorningRound(reminders, told, beans.createBean(Lease.class), clock);
      CountDownLatch go = new CountDownLatch(1);
      List<Thread> nodes =
          List.of(morning, otherNode).stream()
              .map(
                  node ->
                      new Thread(
                          () -> {
                            await(go);
                            node.goOn();
                          }))
              .toList();
      nodes.forEach(Thread::start);
      go.countDown();
      for (Thread node : nodes) {
        node.join();
      }
      otherNode.goOn();
      assertThat(mails(reader)).hasSize(before + 1);
    }

    @Test
    void aNodeThatLostItsLeaseTellsNothingTwice() {
      UUID reader = borrower(MONDAY.plusDays(1));
      time.set(MONDAY.plusDays(1));
      reminders.tell(MONDAY.plusDays(1));
      int before = mails(reader).size();
      reminders.tell(MONDAY.plusDays(1));
      assertThat(mails(reader)).hasSize(before);
    }

    @Test
    void whatIsLongOverIsForgotten() {
      borrower(MONDAY.plusDays(1));
      time.set(MONDAY.plusDays(1));
      morning.goOn();
      jdbc.sql("delete from loan").update();
      time.set(MONDAY.plusDays(122));
      morning.goOn();
      assertThat(count("notice")).isZero();
      assertThat(count("notice_round")).isOne();
    }

    private void hasSchool(SchoolCode code, String name) {
      jdbc.sql(
              "insert into school (code, version, name_zh, name_en, county, takes_part)"
                  + " select :code, 0, :name, :code, 'TAIPEI', true"
                  + " where not exists (select 1 from school where code = :code)")
          .param("code", code.value())
          .param("name", name)
          .update();
    }

    private long count(String table) {
      return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private static Instant moment(LocalDate day, int seconds) {
      return day.atStartOfDay(TaipeiClock.ZONE).toInstant().plusSeconds(seconds);
    }

    private UUID borrower(LocalDate returnBy) {
      UUID reader = visits.active();
      visits.borrows(visits.withCard(reader), CUTE, "B1", "論語", returnBy);
      return reader;
    }

    private Card card(UUID reader) {
      return visits.cards.ofReader(reader).get(0);
    }

    /** The subjects of the mails that a reader gets on a day at nine. */
    private List<String> told(UUID reader, LocalDate day) {
      time.set(day);
      return round(reader);
    }

    private List<String> round(UUID reader) {
      List<Mail> before = mails(reader);
      morning.goOn();
      List<Mail> news = mails(reader).stream().filter(mail -> !before.contains(mail)).toList();
      newest = news.isEmpty() ? newest : news.get(0);
      return news.stream().map(Mail::subject).toList();
    }

    private List<Mail> mails(UUID reader) {
      return jdbc
          .sql("select id from mail where reader = :reader")
          .param("reader", reader)
          .query(UUID.class)
          .list()
          .stream()
          .map(id -> mailbox.find(id).orElseThrow())
          .toList();
    }
  }
}
