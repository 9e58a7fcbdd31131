package org.libpass.web.librarian;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.libpass.content.DeclineReason;
import org.libpass.content.DeclineReason.Question;
import org.libpass.content.DeclineReasons;
import org.libpass.process.Inbox;
import org.libpass.school.SchoolCode;
import org.libpass.web.layout.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/**
 * The reasons for saying no that a school's librarians are offered, its own or else the platform's,
 * and what becomes of a librarian's choice.
 */
@Component
class RefusalTexts {

  private final DeclineReasons reasons;
  private final MessageSource messages;

  RefusalTexts(DeclineReasons reasons, MessageSource messages) {
    this.reasons = reasons;
    this.messages = messages;
  }

  /**
   * A reason in the list.
   *
   * @param key what the form sends; another one when the text is another
   */
  record Offered(String key, DeclineReason reason) {

    private static Offered of(DeclineReason reason) {
      return new Offered(
          Integer.toHexString((reason.zh() + '\n' + reason.en()).hashCode()), reason);
    }

    public String text(Locale language) {
      return reason.in(language);
    }
  }

  /** What a school's librarians are offered for this kind of task. */
  List<Offered> offered(SchoolCode school, Inbox.Kind kind) {
    if (!Decided.byYesOrNo(kind)) {
      return List.of();
    }
    return list(school, kind == Inbox.Kind.ACTIVATION ? Question.ACTIVATION : Question.APPLICATION)
        .stream()
        .map(Offered::of)
        .toList();
  }

  /** The school's list, or the platform's while it has none. */
  List<DeclineReason> list(SchoolCode school, Question question) {
    List<DeclineReason> own = reasons.of(school, question);
    return own.isEmpty() ? standard(question).stream().map(this::ofAll).toList() : own;
  }

  private static List<String> standard(Question question) {
    return switch (question) {
      case ACTIVATION -> List.of("record-differs", "contact", "left", "come-in");
      case APPLICATION -> List.of("come-in", "home-debts", "misuse");
    };
  }

  private DeclineReason ofAll(String key) {
    String text = "staff.refusal." + key;
    return new DeclineReason(
        messages.getMessage(text, null, Languages.CHINESE),
        messages.getMessage(text, null, Languages.ENGLISH));
  }

  /**
   * The reason as it is kept and told to the reader, in the reader's language; empty when the form
   * has errors, which then are in {@code errors}.
   */
  Optional<String> reason(RefusalForm form, Inbox.Task task, Locale reader, BindingResult errors) {
    String key = form.standard() == null ? "" : form.standard();
    Optional<String> standard =
        offered(task.school(), task.kind()).stream()
            .filter(one -> one.key().equals(key))
            .map(one -> one.text(reader))
            .findFirst();
    if (!key.isEmpty() && standard.isEmpty()) {
      errors.rejectValue("standard", "inbox.reasons.changed");
    }
    String words = form.words() == null ? "" : form.words();
    String space = standard.isPresent() && !words.isEmpty() ? " " : "";
    String reason = standard.orElse("") + space + words;
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
