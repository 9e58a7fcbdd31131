package org.libpass.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class MailErrorsTests {

  private static String describe(Exception failure) {
    return MailErrors.describe(failure, "ming@example.org");
  }

  @Test
  void saysWhatIsAtTheRoot() {
    Exception failure =
        new MailSendException("down", new RuntimeException(new ConnectException("refused")));
    assertThat(describe(failure)).isEqualTo("ConnectException: refused");
  }

  @Test
  void saysWhatTheServerSaidOfTheMessageButNotToWhom() {
    Exception refused = new SendFailedException("550 <Ming@Example.org>:\r\n no such user");
    Exception failure = new MailSendException(Map.of(new Object(), refused));
    assertThat(describe(failure)).isEqualTo("SendFailedException: 550 <…>: no such user");
  }

  @Test
  void saysNothingOfAPassword() {
    Exception failure = new MailAuthenticationException("535 bad password hunter2");
    assertThat(describe(failure)).isEqualTo("MailAuthenticationException");
  }

  @Test
  void isShortAndNeverEndsInHalfACharacter() {
    String name = "RuntimeException: ";
    String text = "x".repeat(MailErrors.LONGEST - name.length() - 1) + "𠮷 and more";
    assertThat(describe(new RuntimeException(text))).hasSize(MailErrors.LONGEST - 1).endsWith("x");
    assertThat(describe(new RuntimeException())).isEqualTo("RuntimeException");
  }
}
