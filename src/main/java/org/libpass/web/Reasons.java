package org.libpass.web;

import java.util.Locale;
import org.libpass.policy.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a policy's reason in words: the rule's own, or the text of its key. */
@Component("reasons")
public class Reasons {

  private final MessageSource messages;

  Reasons(MessageSource messages) {
    this.messages = messages;
  }

  /** Why, in the language of the request; the rule's name if nobody has written a text for it. */
  public String text(Reason reason) {
    String own = own(reason);
    return own.isEmpty() ? message("reason." + reason.key(), reason.rule()) : own;
  }

  /** What to do next, in the language of the request: always something. */
  public String next(Reason reason) {
    return message("reason." + reason.key() + ".next", message("reason.next", ""));
  }

  private String own(Reason reason) {
    String text = locale().getLanguage().equals("en") ? reason.en() : reason.zh();
    return text == null ? "" : text;
  }

  private String message(String key, String otherwise) {
    String text = messages.getMessage(key, null, otherwise, locale());
    return text == null ? otherwise : text;
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
