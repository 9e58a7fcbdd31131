package org.libpass.web.librarian;

import java.util.Optional;
import org.libpass.card.CardApplications.Answer;
import org.libpass.process.Inbox;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.web.Dates;
import org.libpass.web.Flash;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says what became of a librarian's yes or no. */
@Component
class TaskAnswers {

  private final Dates dates;

  TaskAnswers(Dates dates) {
    this.dates = dates;
  }

  /**
   * @param done false when somebody had decided before
   * @param key of what to say when it was done
   */
  static void decided(boolean done, String key, Reader reader, RedirectAttributes next) {
    if (done) {
      Flash.done(next, key, reader.name());
    } else {
      Flash.note(next, "staff.task.already-decided", reader.name());
    }
  }

  /** Where to go after a yes to an activation, or empty when the task is over. */
  Optional<String> activation(
      Activations.Approved answer, Reader reader, InboxFilter filter, RedirectAttributes next) {
    if (answer == Activations.Approved.CANNOT_ASK) {
      Flash.refused(next, "staff.review.cannot-ask", dates.moment(reader.homeRecord().askedAt()));
      return Optional.of(TaskGate.task(filter));
    }
    decided(answer == Activations.Approved.DONE, "staff.activation.approved", reader, next);
    return Optional.empty();
  }

  /** Where to go after a yes to an application, or empty when the task is over. */
  Optional<String> application(
      Answer answer, Inbox.Task task, Reader reader, InboxFilter filter, RedirectAttributes next) {
    if (answer instanceof Answer.Issued issued) {
      Flash.done(next, "staff.review.issued", reader.name(), issued.card().number().value());
      return Optional.empty();
    }
    if (answer instanceof Answer.Refused) {
      Flash.refused(next, "staff.review.policy-refused", reader.name());
      return Optional.of("redirect:/cards/application/" + task.subject());
    }
    if (answer instanceof Answer.AlreadyDecided) {
      decided(false, "", reader, next);
      return Optional.empty();
    }
    if (answer instanceof Answer.CannotAsk noAnswer) {
      Flash.refused(next, "staff.review.cannot-ask", dates.moment(noAnswer.lastAnswer()));
    } else if (answer instanceof Answer.QuotaFull) {
      Flash.refused(next, "staff.review.quota-full");
    } else {
      throw new IllegalStateException("An approval is never referred again: " + answer);
    }
    return Optional.of(TaskGate.task(filter));
  }
}
