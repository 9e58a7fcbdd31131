package org.libpass.notice;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends through the mail server of {@code spring.mail.*}. */
@Component
@Profile("!demo")
class SmtpCarrier implements MailCarrier {

  private static final String CHARSET = StandardCharsets.UTF_8.name();

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
    message.setFrom(settings.from());
    message.setRecipient(RecipientType.TO, new InternetAddress(letter.recipient(), true));
    if (letter.replyTo() != null) {
      message.setReplyTo(new Address[] {new InternetAddress(letter.replyTo(), true)});
    }
    message.setSubject(letter.content().subject(), CHARSET);
    write(message, letter.content());
    // The same date at every attempt, like the Message-ID, which Spring keeps when it is set.
    message.setSentDate(Date.from(letter.createdAt()));
    message.setHeader("Message-ID", letter.messageId());
    message.setHeader("Content-Language", letter.language().toLanguageTag());
    message.setHeader("Auto-Submitted", "auto-generated");
    server.send(message);
  }

  private static void write(MimeMessage message, Letter.Content content) throws MessagingException {
    if (content.html() == null) {
      message.setText(content.text(), CHARSET);
      return;
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(content.text(), CHARSET);
    MimeBodyPart page = new MimeBodyPart();
    page.setText(content.html(), CHARSET, "html");
    // The last is what a program shows that can show both.
    message.setContent(new MimeMultipart("alternative", text, page));
  }
}
