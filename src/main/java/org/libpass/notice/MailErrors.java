package org.libpass.notice;

import java.util.regex.Pattern;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Says in one line why a mail was not sent, without what nobody else should read. */
final class MailErrors {

  static final int LONGEST = 300;

  private MailErrors() {}

  /**
   * The class and the message at the root of a failure.
   *
   * @param recipient is left out, since those who look after mails need not know to whom they go
   * @return at most {@link #LONGEST} characters
   */
  static String describe(Exception failure, String recipient) {
    if (failure instanceof MailAuthenticationException) {
      // What a server says of a wrong password may repeat it.
      return MailAuthenticationException.class.getSimpleName();
    }
    Throwable root = root(failure);
    String name = root.getClass().getSimpleName();
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? name
        : shortened(name + ": " + clean(message, recipient));
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    if (root instanceof MailSendException several && several.getMessageExceptions().length > 0) {
      root = several.getMessageExceptions()[0];
    }
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String clean(String message, String recipient) {
    String oneLine = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return recipient.isBlank()
        ? oneLine
        : Pattern.compile(Pattern.quote(recipient), Pattern.CASE_INSENSITIVE)
            .matcher(oneLine)
            .replaceAll("…");
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    // Half a character would not be text any more.
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
