package org.libpass.web.librarian;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libpass.process.Inbox;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** The standard reasons for saying no, and what becomes of a librarian's choice. */
@Component
class RefusalTexts {

  private final MessageSource messages;

  RefusalTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** The standard reasons for this kind of task; the text of each is {@code staff.refusal.…}. */
  static List<String> standard(Inbox.Kind kind) {
    return switch (kind) {
      case ACTIVATION -> List.of("record-differs", "contact", "left", "come-in");
      case CARD_REVIEW -> List.of("come-in", "home-debts", "misuse");
      case OVERDUE, DISAGREEMENT, RELEASE, MESSAGE, CONNECTION -> List.of();
    };
  }

  /**
   * The reason as it is kept and told to the reader, in the reader's language; empty when the form
   * has errors, which then are in {@code errors}.
   */
  Optional<String> reason(RefusalForm form, Inbox.Kind kind, Locale reader, BindingResult errors) {
    String key = form.standard();
    boolean chosen = key != null && standard(kind).contains(key);
    String standard = chosen ? messages.getMessage("staff.refusal." + key, null, reader) : "";
    String words = form.words() == null ? "" : form.words();
    String reason = (standard + (chosen && !words.isEmpty() ? " " : "") + words);
    if (errors.hasErrors()) {
      return Optional.empty();
    }
    if (reason.isBlank()) {
      errors.rejectValue("words", "staff.refusal.required");
    } else if (reason.length() > RefusalForm.LONGEST) {
      errors.rejectValue("words", "staff.refusal.too-long");
    }
    return errors.hasErrors() ? Optional.empty() : Optional.of(reason);
  }
}
