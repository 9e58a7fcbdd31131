package org.libpass.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.notice.Visits.CUTE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.reader.ActivationDecided;
import org.libpass.reader.SignInLinks;
import org.libpass.reader.list.ReaderLists;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.libpass.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** What readers are told by mail, from what happened to the row that waits to be sent. */
class MailsTests {

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
      properties = {NoticeSlice.NEVER_BY_ITSELF, "libpass.public-url=https://card.example.org/"})
  abstract static class Situations {

    @Autowired private Visits visits;
    @Autowired private Mailbox mailbox;
    @Autowired private ReaderLists lists;
    @Autowired private SignInLinks links;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;

    @Test
    void activationGranted() {
      UUID reader = visits.active();
      Mail mail = only(reader);
      assertThat(mail.recipient()).isEqualTo("ming@example.org");
      assertThat(mail.subject()).isEqualTo("館際借書服務已開通");
      assertThat(mail.body())
          .startsWith("王小明，您好：\n\n")
          .contains("\nhttps://card.example.org/me/cards/new\n");
      assertThat(mail.state()).isEqualTo(Mail.State.WAITING);
      assertThat(mail.attempts()).isZero();
      assertThat(mail.sentAt()).isNull();
      assertThat(mailbox.find(mail.id())).contains(mail);
    }

    @Test
    void activationRefusedByPolicyForReasonsWithAndWithoutTextsOfTheirOwn() {
      UUID reader = visits.signsIn();
      visits.policy.refuses(
          PlayedPolicy.reason("校外人士請至{櫃台}辦理", "Please apply at the desk"),
          PlayedPolicy.reason("overdue"),
          PlayedPolicy.reason("no-such-text"));
      visits.asksForActivation(reader);
      assertThat(only(reader).body())
          .contains("\n・校外人士請至{櫃台}辦理\n・您有圖書逾期，還沒有歸還。請先歸還")
          .contains("\n・規則 no-such-text\n")
          .contains("https://card.example.org/me/activation");
    }

    @Test
    void activationRefusedByALibrarianInTheirWords() {
      UUID reader = visits.signsIn(Locale.ENGLISH, "ming@example.org");
      visits.policy.refers();
      UUID activation = visits.asksForActivation(reader);
      assertThat(mails(reader)).isEmpty();
      visits.activations.refuse(activation, "librarian.ntut", "It isn't <b>your</b> {0} card 𠮷");
      Mail mail = only(reader);
      assertThat(mail.subject()).isEqualTo("Your inter-library borrowing was not activated");
      assertThat(mail.body())
          .startsWith("Dear 王小明,\n\n")
          .contains("because:\nIt isn't <b>your</b> {0} card 𠮷\n");
      assertThat(mail.html())
          .contains("<html lang=\"en\"")
          .contains("because:<br>It isn&#39;t &lt;b&gt;your&lt;/b&gt; {0} card 𠮷</p>")
          .doesNotContain("<b>your");
    }

    @Test
    void cardIssued() {
      UUID reader = visits.active();
      Card card = visits.withCard(reader);
      Mail mail = newest(reader, 2);
      assertThat(mail.subject()).isEqualTo("借書證已核發：" + card.number());
      assertThat(mail.body())
          .contains("2026-11-26（四）")
          .contains("https://card.example.org/me/cards/" + card.number() + "\n");
      assertThat(mail.html())
          .contains("<html lang=\"zh-Hant-TW\"")
          .contains("<title>借書證已核發：" + card.number() + "</title>")
          .contains("王小明，您好：</p>")
          .contains("<a href=\"https://card.example.org/me/cards/" + card.number() + "\" style=")
          .contains(">查看並列印借書證</a>")
          .doesNotContain("<!--", " th:", "??");
    }

    @Test
    void cardIssuedInEnglish() {
      UUID reader = visits.active();
      visits.readers.speak(reader, Locale.UK);
      visits.withCard(reader);
      assertThat(newest(reader, 2).body()).contains("2026-11-26 (Thu)");
    }

    @Test
    void whoReadsNeitherLanguageGetsChinese() {
      UUID reader = visits.signsIn(Locale.FRENCH, "ming@example.org");
      visits.policy.grants();
      visits.asksForActivation(reader);
      assertThat(only(reader).body()).startsWith("王小明，您好：");
    }

    @Test
    void applicationReferredThenRefusedByALibrarian() {
      UUID reader = visits.active();
      visits.policy.refers();
      Card application = visits.applies(reader);
      assertThat(newest(reader, 2).body())
          .contains("https://card.example.org/me/applications/" + application.id());
      visits.applications.refuse(application.id(), "librarian.ntut", "請先還書");
      assertThat(newest(reader, 3).body()).contains("原因是：\n請先還書\n");
    }

    @Test
    void applicationReferredThenRefusedByPolicyAtTheApproval() {
      UUID reader = visits.active();
      visits.policy.refers();
      Card application = visits.applies(reader);
      visits.policy.refuses(PlayedPolicy.reason("有逾期的書", "You have overdue books"));
      visits.applications.approve(application.id(), reader, "librarian.ntut");
      assertThat(newest(reader, 3).body()).contains("原因是：\n・有逾期的書\n");
    }

    @Test
    void applicationWithdrawnIsNotTold() {
      UUID reader = visits.active();
      visits.policy.refers();
      Card application = visits.applies(reader);
      visits.applications.withdraw(application.id());
      assertThat(mails(reader)).hasSize(2);
    }

    @Test
    void cardTakenBackUnused() {
      UUID reader = visits.active();
      Card card = visits.withCard(reader);
      visits.cards.endValidDays(card.id());
      assertThat(newest(reader, 3).subject()).isEqualTo("借書證已收回：" + card.number());
    }

    @Test
    void cardRevoked() {
      UUID reader = visits.active();
      Card card = visits.withCard(reader);
      visits.cards.revoke(card.id(), "librarian.ntut", "已離校");
      assertThat(newest(reader, 3).body()).contains("原因是：\n已離校\n");
    }

    @Test
    void allReturned() {
      UUID reader = visits.active();
      Card card = visits.withCard(reader);
      visits.cards.print(card.id());
      visits.borrows(card, CUTE, "B1", "論語", card.validUntil());
      visits.cards.done(card.id());
      assertThat(mails(reader)).hasSize(2);
      visits.returns(card, CUTE, "B1");
      assertThat(newest(reader, 3).subject()).endsWith("借書證已結束：" + card.number());
    }

    @Test
    void whoHasNoAddressGetsNone() {
      UUID reader = visits.signsIn(Locale.TAIWAN, null);
      visits.policy.grants();
      visits.asksForActivation(reader);
      visits.readers.correctContact(reader, " ", "02");
      visits.withCard(reader);
      assertThat(mails(reader)).extracting(Mail::subject).containsExactly("館際借書服務已開通");
    }

    @Test
    void whatIsRolledBackIsNotTold() {
      UUID reader = visits.active();
      Card card = visits.withCard(reader);
      visits.transaction.executeWithoutResult(
          status -> {
            visits.cards.revoke(card.id(), "librarian.ntut", "誤");
            assertThat(mails(reader)).hasSize(3);
            status.setRollbackOnly();
          });
      assertThat(mails(reader)).hasSize(2);
      assertThat(visits.cards.get(card.id()).isOpen()).isTrue();
    }

    @Test
    void aLinkToSignInGoesToTheAddressInTheListInTheLanguageOfThePage() {
      String number = "L" + UUID.randomUUID().toString().substring(0, 8);
      String address = number + "@mail.example.org";
      byte[] list = ("證號,姓名,信箱\n" + number + ",林宜庭," + address).getBytes(StandardCharsets.UTF_8);
      var waiting =
          (ReaderLists.Upload.Waiting) lists.upload(Visits.LANYANG, "librarian.lanyang", list);
      lists.confirm(Visits.LANYANG, "librarian.lanyang", waiting.id());
      UUID reader =
          jdbc.sql("select id from reader where number = :number")
              .param("number", number)
              .query(UUID.class)
              .single();
      visits.readers.correctContact(reader, "elsewhere@example.org", "02");

      links.ask(Visits.LANYANG, number, Locale.TAIWAN);
      Mail mail = only(reader);
      assertThat(mail.recipient()).isEqualTo(address);
      assertThat(mail.subject()).isEqualTo("館際通登入連結");
      assertThat(mail.body())
          .startsWith("林宜庭，您好：")
          .contains("請在 09:15 以前")
          .containsPattern("\nhttps://card.example.org/sign-in/link/[\\w-]{43}\n")
          .doesNotContain(number);
      links.ask(Visits.LANYANG, number, Locale.ENGLISH);
      assertThat(newest(reader, 2).body()).startsWith("Dear 林宜庭,").contains("before 09:15");
    }

    @Test
    void newsOutsideATransactionIsRefused() {
      UUID reader = visits.active();
      UUID activation = visits.activations.of(reader).get(0).id();
      assertThatThrownBy(() -> events.publishEvent(new ActivationDecided(activation, reader, true)))
          .isInstanceOf(IllegalTransactionStateException.class);
      CardEvent printed =
          new CardEvent(
              activation, reader, CardEvent.Kind.PRINTED, Instant.EPOCH, null, null, null, null);
      assertThatThrownBy(() -> events.publishEvent(printed))
          .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Mail only(UUID reader) {
      return newest(reader, 1);
    }

    private Mail newest(UUID reader, int count) {
      List<Mail> mails = mails(reader);
      assertThat(mails).hasSize(count);
      return mails.get(count - 1);
    }

    /** In the order of writing: the clock stands still, but tables in these tests only grow. */
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
