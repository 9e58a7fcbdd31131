package org.libpass.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends through the mail server of {@code spring.mail.*}. */
@Component
@Profile("!demo")
class SmtpCarrier implements MailCarrier {

  private final ObjectProvider<JavaMailSender> sender;
  private final MailSettings settings;

  /**
   * @param sender looked for at each mail, so that a missing {@code spring.mail.host} delays mails
   *     like a server that is down
   */
  SmtpCarrier(ObjectProvider<JavaMailSender> sender, MailSettings settings) {
    this.sender = sender;
    this.settings = settings;
  }

  @Override
  public void carry(Letter letter) throws MessagingException {
    JavaMailSender server = sender.getObject();
    MimeMessage message = server.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(letter.recipient());
    helper.setSubject(letter.subject());
    helper.setText(letter.body());
    // The same date at every attempt, like the Message-ID, which Spring keeps when it is set.
    helper.setSentDate(Date.from(letter.createdAt()));
    message.setHeader("Message-ID", letter.messageId());
    message.setHeader("Content-Language", letter.language().toLanguageTag());
    message.setHeader("Auto-Submitted", "auto-generated");
    server.send(message);
  }
}
