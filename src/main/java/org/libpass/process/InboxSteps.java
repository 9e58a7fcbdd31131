package org.libpass.process;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.task.service.delegate.DelegateTask;
import org.libpass.process.Inbox.Kind;
import org.springframework.stereotype.Component;

/**
 * Puts user tasks into the inbox of the librarians who have to do them, and takes them out. Methods
 * are added, never changed or removed: released process texts call them.
 */
@Component
class InboxSteps implements TaskListener {

  private static final long serialVersionUID = 1L;

  private final transient InboxTable inbox;
  private final transient TaskSubjects subjects;

  InboxSteps(InboxTable inbox, TaskSubjects subjects) {
    this.inbox = inbox;
    this.subjects = subjects;
  }

  /** The candidate group of an activation's task: the librarians of the home school. */
  public String activationGroup(DelegateExecution execution) {
    return group(Kind.ACTIVATION, execution);
  }

  /** The candidate group of a card's task: the librarians of the home school. */
  public String cardGroup(DelegateExecution execution) {
    return group(Kind.OVERDUE, execution);
  }

  /** The candidate group of a disagreement's task: the librarians of the lending school. */
  public String disagreementGroup(DelegateExecution execution) {
    return group(Kind.DISAGREEMENT, execution);
  }

  /** The candidate group of a release's task: the librarians of the home school. */
  public String releaseGroup(DelegateExecution execution) {
    return group(Kind.RELEASE, execution);
  }

  /** The candidate group of a message's task: the librarians of the school that gets it. */
  public String messageGroup(DelegateExecution execution) {
    return group(Kind.MESSAGE, execution);
  }

  /** The candidate group of a silent system's task: the librarians of its school. */
  public String connectionGroup(DelegateExecution execution) {
    return group(Kind.CONNECTION, execution);
  }

  private String group(Kind kind, DelegateExecution execution) {
    return "librarians-" + subjects.school(kind, execution);
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
    inbox.add(task.getId(), kind, CardSteps.id(execution), subjects.about(kind, execution));
  }
}
