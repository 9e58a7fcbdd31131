package org.libpass.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.platform.Lease;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.libpass.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** From the outbox to a mail server, which is not always there. */
class SendingTests {

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
      properties = {NoticeSlice.NEVER_BY_ITSELF, "libpass.mail.alliance=Office <office@localhost>"})
  abstract static class Situations {

    @Autowired private Postman postman;
    @Autowired private Outbox outbox;
    @Autowired private Mailbox mailbox;
    @Autowired private AllianceMail alliance;
    @Autowired private MailSettings settings;
    @Autowired private Lease lease;
    @Autowired private TaipeiClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private JavaMailSenderImpl sender;
    @Autowired private AutowireCapableBeanFactory beans;
    private GreenMail server;

    @BeforeEach
    void startServer() {
      jdbc.sql("delete from mail").update();
      server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
      sender.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stopServer() {
      server.stop();
    }

    @Test
    void isSentWithItsOwnMessageId() throws Exception {
      UUID id = waiting("借書證已核發：NTUT-1");
      postman.deliver();
      MimeMessage received = server.getReceivedMessages()[0];
      assertThat(received.getMessageID()).isEqualTo("<" + id + "@localhost>");
      assertThat(received.getSubject()).isEqualTo("借書證已核發：NTUT-1");
      assertThat(received.getFrom()[0]).hasToString("Libpass <no-reply@localhost>");
      assertThat(received.getAllRecipients())
          .containsExactly(new InternetAddress("ming@example.org"));
      assertThat(received.getReplyTo()).isEqualTo(received.getFrom());
      MimeMultipart parts = (MimeMultipart) received.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative;");
      assertThat(parts.getCount()).isEqualTo(2);
      assertPart(parts.getBodyPart(0), "text/plain; charset=UTF-8", "王小明，您好：𠮷");
      assertPart(parts.getBodyPart(1), "text/html; charset=UTF-8", "<p>王小明，您好：𠮷</p>");
      assertThat(received.getSentDate().toInstant()).isEqualTo(clock.instant());
      assertThat(received.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
      assertThat(mail(id).state()).isEqualTo(Mail.State.SENT);
      assertThat(mail(id).sentAt()).isEqualTo(clock.instant());
      assertThat(mail(id).attempts()).isOne();
    }

    @Test
    void whoWroteToTheAllianceIsAnsweredDirectly() throws Exception {
      alliance.send(
          new Enquiry(
              Enquiry.Topic.LOAN, "陳雅婷", "yating@example.org", "<b>還書</b>\n\n謝謝", Locale.ENGLISH));
      postman.deliver();
      MimeMessage received = server.getReceivedMessages()[0];
      assertThat(received.getAllRecipients())
          .containsExactly(new InternetAddress("office@localhost"));
      assertThat(received.getReplyTo()).containsExactly(new InternetAddress("yating@example.org"));
      assertThat(received.getFrom()[0]).hasToString("Libpass <no-reply@localhost>");
      assertThat(received.getSubject()).isEqualTo("[聯絡我們] 借書和還書：陳雅婷");
      MimeMultipart parts = (MimeMultipart) received.getContent();
      assertThat(parts.getBodyPart(0).getContent().toString())
          .contains("看的是英文網頁：", "<b>還書</b>", "mailto:yating@example.org")
          .doesNotContain("請不要回覆");
      assertThat(parts.getBodyPart(1).getContent().toString())
          .contains("&lt;b&gt;還書&lt;/b&gt;", "href=\"mailto:yating@example.org\"")
          .doesNotContain("<b>還書", "複製這個網址");
    }

    @Test
    void isSentOnce() {
      waiting("once");
      postman.deliver();
      clock.advance(Duration.ofDays(1));
      postman.deliver();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsDownDelaysAndLosesNone() throws Exception {
      UUID one = waiting("one");
      UUID two = waiting("two");
      server.stop();
      postman.deliver();
      assertThat(mail(one).state()).isEqualTo(Mail.State.WAITING);
      assertThat(mail(one).attempts()).isOne();
      assertThat(lastError(one)).startsWith("ConnectException: ");
      startAgain();
      postman.deliver();
      assertThat(server.getReceivedMessages()).as("before the pause is over").isEmpty();
      clock.advance(Duration.ofMinutes(1));
      UUID three = waiting("three");
      postman.deliver();
      assertThat(messageIds())
          .containsExactlyInAnyOrder(
              settings.messageId(one), settings.messageId(two), settings.messageId(three));
      assertThat(mail(one).attempts()).isEqualTo(2);
      assertThat(lastError(one)).isNull();
    }

    @Test
    void pausesGrowToAnHourAndTryingEndsAfterAWeek() {
      UUID id = waiting("patient");
      server.stop();
      List<Long> pauses = new ArrayList<>();
      long pause = 0;
      while (mail(id).state() == Mail.State.WAITING) {
        int before = mail(id).attempts();
        postman.deliver();
        if (mail(id).attempts() > before) {
          pauses.add(pause);
          pause = 0;
        }
        clock.advance(Duration.ofMinutes(1));
        pause++;
      }
      assertThat(pauses).startsWith(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).endsWith(60L);
      assertThat(pauses.stream().mapToLong(Long::longValue).sum()).isBetween(10_080L, 10_139L);
      assertThat(mail(id).state()).isEqualTo(Mail.State.GIVEN_UP);
    }

    @Test
    void anAddressThatIsNoneDoesNotStopTheOthers() throws Exception {
      UUID bad = waiting("bad", "not an address\nBcc: all@example.org");
      UUID good = waiting("good");
      postman.deliver();
      assertThat(mail(bad).state()).isEqualTo(Mail.State.WAITING);
      assertThat(messageIds()).containsExactly(settings.messageId(good));
    }

    @Test
    void aBatchIsFiftyTheNextOneTheRest() {
      for (int i = 0; i < Postman.BATCH + 3; i++) {
        waiting("mail " + i);
      }
      postman.deliver();
      assertThat(server.getReceivedMessages()).hasSize(Postman.BATCH);
      postman.deliver();
      assertThat(server.getReceivedMessages()).hasSize(Postman.BATCH + 3);
    }

    @Test
    void twoSendersAtOnceSendOnce() throws Exception {
      waiting("once");
      CountDownLatch carrying = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      AtomicInteger carried = new AtomicInteger();
      MailCarrier slow =
          letter -> {
            carried.incrementAndGet();
            carrying.countDown();
            goOn.await(30, TimeUnit.SECONDS);
          };
      Lease otherNode = beans.createBean(Lease.class);
      Thread first = new Thread(new Postman(outbox, slow, lease, clock)::deliver);
      first.start();
      assertThat(carrying.await(30, TimeUnit.SECONDS)).isTrue();
      UUID next = waiting("next");
      MailCarrier counting = letter -> carried.incrementAndGet();
      Postman second = new Postman(outbox, counting, otherNode, clock);
      second.deliver();
      assertThat(carried).as("while the first is at work").hasValue(1);
      goOn.countDown();
      first.join();
      second.deliver();
      assertThat(carried).hasValue(2);
      assertThat(mail(next).state()).isEqualTo(Mail.State.SENT);
    }

    @Test
    void aSenderWhoseLeaseRanOutLeavesWhatAnotherHasBegun() {
      waiting("once");
      Letter seenByBoth = outbox.due(clock.instant(), 1).get(0);
      assertThat(outbox.begin(seenByBoth, clock.instant())).isTrue();
      assertThat(outbox.begin(seenByBoth, clock.instant())).isFalse();
    }

    @Test
    void aSenderKilledInTheMiddleHasCountedItsAttempt() throws Exception {
      UUID id = waiting("twice");
      MailCarrier killed =
          letter -> {
            new SmtpCarrier(beans.getBeanProvider(JavaMailSender.class), settings).carry(letter);
            throw new ThreadDeath();
          };
      try {
        new Postman(outbox, killed, lease, clock).deliver();
      } catch (ThreadDeath expected) {
        // As if the machine had gone.
      }
      assertThat(mail(id).state()).isEqualTo(Mail.State.WAITING);
      clock.advance(Duration.ofMinutes(1));
      postman.deliver();
      assertThat(mail(id).attempts()).isEqualTo(2);
      assertThat(messageIds()).containsExactly(settings.messageId(id), settings.messageId(id));
    }

    @Test
    void theNewestComeFirst() {
      waiting("old");
      clock.advance(Duration.ofMinutes(1));
      waiting("middle");
      clock.advance(Duration.ofMinutes(1));
      waiting("new");
      assertThat(mailbox.newest(2)).extracting(Mail::subject).containsExactly("new", "middle");
      assertThat(mailbox.find(UUID.randomUUID())).isEmpty();
    }

    private static void assertPart(BodyPart part, String type, String content) throws Exception {
      assertThat(part.getContentType()).isEqualTo(type);
      assertThat(part.getContent().toString().strip()).isEqualTo(content);
    }

    private UUID waiting(String subject) {
      return waiting(subject, "ming@example.org");
    }

    private UUID waiting(String subject, String recipient) {
      UUID id = UUID.randomUUID();
      outbox.put(
          new Letter(
              id,
              settings.messageId(id),
              recipient,
              null,
              new Letter.Content(subject, "王小明，您好：𠮷\n", "<p>王小明，您好：𠮷</p>"),
              Locale.TAIWAN,
              clock.instant(),
              0),
          new Letter.About(UUID.randomUUID(), "test", UUID.randomUUID()));
      return id;
    }

    private Mail mail(UUID id) {
      return mailbox.find(id).orElseThrow();
    }

    private String lastError(UUID id) {
      return (String)
          jdbc.sql("select last_error from mail where id = :id")
              .param("id", id)
              .query()
              .singleRow()
              .get("last_error");
    }

    private void startAgain() {
      int port = sender.getPort();
      server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
    }

    private List<String> messageIds() throws Exception {
      List<String> ids = new ArrayList<>();
      for (MimeMessage message : Arrays.asList(server.getReceivedMessages())) {
        ids.add(message.getMessageID());
      }
      return ids;
    }
  }
}
