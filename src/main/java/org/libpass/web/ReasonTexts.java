package org.libpass.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.libpass.policy.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says a policy's reasons to a librarian. Most texts speak to the reader; where that would sound as
 * if the librarian were meant, there is a text {@code staff.reason.<key>}.
 */
@Component
public class ReasonTexts {

  private final Reasons reasons;
  private final MessageSource messages;

  ReasonTexts(Reasons reasons, MessageSource messages) {
    this.reasons = reasons;
    this.messages = messages;
  }

  /**
   * A reason in words.
   *
   * @param why the sentence that says why
   * @param next what to do next
   */
  public record Sentence(String why, String next) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
  }

  public Sentence of(Reason reason) {
    if (reason.zh() != null) {
      return new Sentence(reasons.text(reason), say("staff.reason.next", reasons.next(reason)));
    }
    String key = "staff.reason." + reason.key();
    return new Sentence(say(key, reasons.text(reason)), say(key + ".next", reasons.next(reason)));
  }

  /** All reasons, in their order. */
  public List<Sentence> of(List<Reason> all) {
    return all.stream().map(this::of).toList();
  }

  private String say(String key, String otherwise) {
    String text = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    return text == null ? otherwise : text;
  }
}
