package org.libpass.process;

import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.task.service.delegate.DelegateTask;
import org.libpass.process.Inbox.Kind;
import org.libpass.reader.Activations;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Puts user tasks into the inbox of the librarians who have to do them, and takes them out. Methods
 * are added, never changed or removed: released process texts call them.
 */
@Component
class InboxSteps implements TaskListener {

  private static final long serialVersionUID = 1L;

  private final transient InboxTable inbox;
  private final transient CardSteps cards;
  private final transient Activations activations;

  InboxSteps(InboxTable inbox, CardSteps cards, @Lazy Activations activations) {
    this.inbox = inbox;
    this.cards = cards;
    this.activations = activations;
  }

  /** The candidate group of an activation's task: the librarians of the home school. */
  public String activationGroup(DelegateExecution execution) {
    return group(school(Kind.ACTIVATION, execution));
  }

  /** The candidate group of a card's task: the librarians of the home school. */
  public String cardGroup(DelegateExecution execution) {
    return group(school(Kind.OVERDUE, execution));
  }

  /** The candidate group of a disagreement's task: the librarians of the lending school. */
  public String disagreementGroup(DelegateExecution execution) {
    return group(school(Kind.DISAGREEMENT, execution));
  }

  /** The candidate group of a release's task: the librarians of the home school. */
  public String releaseGroup(DelegateExecution execution) {
    return group(school(Kind.RELEASE, execution));
  }

  private SchoolCode school(Kind kind, DelegateExecution execution) {
    return switch (kind) {
      case ACTIVATION -> activations.get(CardSteps.id(execution)).school();
      case CARD_REVIEW, OVERDUE -> cards.card(execution).school();
      case DISAGREEMENT, RELEASE ->
          new SchoolCode((String) execution.getTransientVariable(EngineCirculationProcess.SCHOOL));
    };
  }

  private static String group(SchoolCode school) {
    return "librarians-" + school;
  }

  @Override
  public void notify(DelegateTask task) {
    if (EVENTNAME_DELETE.equals(task.getEventName())) {
      inbox.remove(task.getId());
      return;
    }
    // Through the engine's cache: in the step that starts a process its rows are not written yet.
    DelegateExecution execution =
        CommandContextUtil.getExecutionEntityManager().findById(task.getExecutionId());
    Kind kind = Kind.of(task.getTaskDefinitionKey());
    UUID subject = CardSteps.id(execution);
    SchoolCode school = school(kind, execution);
    inbox.add(task.getId(), kind, school, subject);
  }
}
