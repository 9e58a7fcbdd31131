package org.libpass.process;

import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.circulation.Disagreement;
import org.libpass.circulation.Disagreements;
import org.libpass.message.Message;
import org.libpass.message.Messages;
import org.libpass.process.Inbox.Kind;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a task is about, found out in the step that opens it. */
@Component
class TaskSubjects {

  private final CardSteps steps;
  private final Activations activations;
  private final Cards cards;
  private final Disagreements disagreements;
  private final Messages messages;

  TaskSubjects(
      CardSteps steps,
      @Lazy Activations activations,
      @Lazy Cards cards,
      @Lazy Disagreements disagreements,
      @Lazy Messages messages) {
    this.steps = steps;
    this.activations = activations;
    this.cards = cards;
    this.disagreements = disagreements;
    this.messages = messages;
  }

  /**
   * What the inbox keeps of a task's subject.
   *
   * @param school whose librarians it is for
   * @param reader whom it is about, null when about nobody
   * @param card which it is about, null when about none
   * @param item the title or barcode of the item, null when about none
   * @param otherSchool the lender that does not answer, or the school that has written
   */
  record About(
      SchoolCode school,
      @Nullable UUID reader,
      @Nullable UUID card,
      @Nullable String item,
      @Nullable SchoolCode otherSchool) {}

  /** Whose librarians the task is for. */
  SchoolCode school(Kind kind, DelegateExecution execution) {
    return switch (kind) {
      case ACTIVATION -> activations.get(CardSteps.id(execution)).school();
      case CARD_REVIEW, OVERDUE -> steps.card(execution).school();
      case DISAGREEMENT, RELEASE, MESSAGE, CONNECTION -> {
        SchoolCode named = named(execution, OneTask.SCHOOL);
        if (named == null) {
          throw new IllegalStateException("No school for " + kind);
        }
        yield named;
      }
    };
  }

  About about(Kind kind, DelegateExecution execution) {
    SchoolCode school = school(kind, execution);
    UUID subject = CardSteps.id(execution);
    return switch (kind) {
      case ACTIVATION -> {
        Activation activation = activations.get(subject);
        yield new About(school, activation.reader(), null, null, null);
      }
      case CARD_REVIEW, OVERDUE -> {
        Card card = steps.card(execution);
        yield new About(school, card.reader(), card.id(), null, null);
      }
      case DISAGREEMENT -> {
        Disagreement it = disagreements.get(subject);
        yield new About(school, readerOf(it.card()), it.card(), it.label(), null);
      }
      case MESSAGE -> {
        Message it = messages.get(subject);
        yield new About(school, readerOf(it.card()), it.card(), it.barcode(), it.from());
      }
      case RELEASE, CONNECTION ->
          new About(school, null, null, null, named(execution, OneTask.OTHER_SCHOOL));
    };
  }

  private UUID readerOf(UUID card) {
    return cards.get(card).reader();
  }

  private static @Nullable SchoolCode named(DelegateExecution execution, String variable) {
    Object value = execution.getTransientVariable(variable);
    return value instanceof String code ? new SchoolCode(code) : null;
  }
}
