package org.libpass.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.list.ReaderLists;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links to sign in by: to whom, how long, how often, and only once. */
class SignInLinksTests {

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
    private static final Pattern LINK = Pattern.compile("/sign-in/link/([\\w-]{43})\n");

    @Autowired private SignInLinks links;
    @Autowired private ReaderLists lists;
    @Autowired private Readers readers;
    @Autowired private TaipeiClock clock;
    @Autowired private JdbcClient jdbc;

    private final String number = "L" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = number + "@mail.example.org";

    @BeforeEach
    void oneReader() {
      list(number + ",游俊傑," + address);
    }

    @Test
    void signsInOnce() {
      String token = asked(number);
      assertThat(links.holder(token)).map(Reader::number).contains(number);
      assertThat(links.holder(token)).as("looking uses nothing up").isPresent();
      assertThat(links.use(token, Locale.ENGLISH)).map(Reader::number).contains(number);
      assertThat(reader().language()).isEqualTo(Locale.ENGLISH);
      assertThat(links.use(token, Locale.ENGLISH)).isEmpty();
      assertThat(links.holder(token)).isEmpty();
    }

    @Test
    void ofManyAtOnceOneSignsIn() {
      String token = asked(number);
      List<Optional<Reader>> answers =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(one -> links.use(token, Locale.TAIWAN))
              .toList();
      assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void worksForAQuarterOfAnHour() {
      String token = asked(number);
      clock.advance(SignInLinks.LIFE.minusMillis(1));
      assertThat(links.holder(token)).isPresent();
      clock.advance(Duration.ofMillis(1));
      assertThat(links.holder(token)).isEmpty();
      assertThat(links.use(token, Locale.TAIWAN)).isEmpty();
    }

    @Test
    void aNewerLinkEndsTheOlder() {
      String older = asked(number);
      String newer = asked(address);
      assertThat(links.use(older, Locale.TAIWAN)).isEmpty();
      assertThat(links.use(newer, Locale.TAIWAN)).isPresent();
    }

    @Test
    void goesToTheAddressInTheListWhateverTheReaderWroteSince() {
      readers.correctContact(reader().id(), "elsewhere@example.org", "0912-345-678");
      ask(number);
      assertThat(mails()).hasSize(1).allMatch(mail -> mail.recipient().equals(address));
      ask("elsewhere@example.org");
      assertThat(mails()).hasSize(1);
    }

    @Test
    void numberAndAddressInAnyCase() {
      ask(number.toLowerCase(Locale.ROOT));
      ask(address.toUpperCase(Locale.ROOT));
      assertThat(mails()).hasSize(2);
    }

    @Test
    void threeMailsAnHourWhoeverAsks() {
      IntStream.range(0, 5).forEach(one -> ask(number));
      assertThat(mails()).hasSize(SignInLinks.MAILS);
      String last = token(mails().get(2));
      assertThat(links.holder(last)).as("the last one sent still works").isPresent();
      clock.advance(SignInLinks.WINDOW);
      ask(number);
      assertThat(mails()).hasSize(SignInLinks.MAILS + 1);
    }

    @Test
    void twoReadersOfOneAddressGetALinkEach() {
      list(number + "b,游俊傑," + address);
      ask(address);
      assertThat(
              jdbc.sql("select count(*) from mail where recipient = :to")
                  .param("to", address)
                  .query(Integer.class)
                  .single())
          .isEqualTo(2);
    }

    @Test
    void nobodyGetsNone() {
      int before = allMails();
      list(number + "c,沒信箱,");
      ask("nobody" + number);
      ask(number + "c");
      ask("%");
      links.ask(new SchoolCode("MKC"), number, Locale.TAIWAN);
      links.ask(new SchoolCode("NTUT"), "ntut001", Locale.TAIWAN);
      assertThat(allMails()).isEqualTo(before);
    }

    @Test
    void aNewAddressInTheListEndsTheLinkThatWentToTheOld() {
      String token = asked(number);
      list(number + ",游俊傑,new-" + address);
      assertThat(links.use(token, Locale.TAIWAN)).isEmpty();
    }

    @Test
    void theTokenIsInTheMailAlone() {
      String token = asked(number);
      assertThat(
              jdbc.sql("select count(*) from sign_in_link where token_hash like :token")
                  .param("token", "%" + token + "%")
                  .query(Integer.class)
                  .single())
          .isZero();
      assertThat(
              new SignInLinkAsked(reader().id(), address, token, clock.instant(), Locale.TAIWAN)
                  .toString())
          .doesNotContain(token)
          .doesNotContain(address);
    }

    @Test
    void whatIsNoTokenSignsNobodyIn() {
      for (String nonsense : new String[] {"", "x", "a".repeat(43), "' or '1'='1"}) {
        assertThat(links.holder(nonsense)).isEmpty();
        assertThat(links.use(nonsense, Locale.TAIWAN)).isEmpty();
      }
    }

    private record Written(String recipient, String subject, String body) {}

    private void list(String line) {
      byte[] file = ("證號,姓名,信箱\n" + line).getBytes(StandardCharsets.UTF_8);
      var waiting = (ReaderLists.Upload.Waiting) lists.upload(LANYANG, "librarian.test", file);
      assertThat(lists.confirm(LANYANG, "librarian.test", waiting.id()))
          .isInstanceOf(ReaderLists.Confirmation.Taken.class);
    }

    private void ask(String numberOrAddress) {
      links.ask(LANYANG, numberOrAddress, Locale.TAIWAN);
    }

    private String asked(String numberOrAddress) {
      int before = mails().size();
      ask(numberOrAddress);
      assertThat(mails()).hasSize(before + 1);
      return mails().stream()
          .map(Situations::token)
          .filter(token -> links.holder(token).isPresent())
          .findFirst()
          .orElseThrow();
    }

    private static String token(Written mail) {
      Matcher link = LINK.matcher(mail.body());
      assertThat(link.find()).as(mail.body()).isTrue();
      return link.group(1);
    }

    private Reader reader() {
      UUID id =
          jdbc.sql("select id from reader where school = 'LANYANG' and number = :number")
              .param("number", number)
              .query(UUID.class)
              .single();
      return readers.get(id);
    }

    /** In the order of writing: the table only grows in these tests. */
    private List<Written> mails() {
      return jdbc.sql("select recipient, subject, body from mail where reader = :reader")
          .param("reader", reader().id())
          .query(Written.class)
          .list();
    }

    private int allMails() {
      return jdbc.sql("select count(*) from mail").query(Integer.class).single();
    }
  }
}
