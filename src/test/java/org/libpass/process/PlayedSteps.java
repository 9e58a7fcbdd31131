package org.libpass.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.ExecutionListener;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.task.service.delegate.DelegateTask;

/** Plays the steps beans that process files name: a test sets what they answer. */
class PlayedSteps {

  static final Instant VALID_DAYS_END = Instant.parse("2026-11-26T16:00:00Z");
  static final Instant RETURN_BY_ENDS = Instant.parse("2026-12-14T16:00:00Z");
  static final Instant SETTLES_AT = Instant.parse("2026-11-23T01:10:00Z");

  /** Where the card stands. */
  String answer = "";

  /** Whether librarians have to follow up a book. */
  boolean followUp;

  /** Whether nothing keeps the slot. */
  boolean settled;

  /** Whether the activation was granted. */
  boolean granted;

  /** What a process file made the steps do, in order; mere questions are not noted. */
  final List<String> done = new ArrayList<>();

  /** Plays {@link org.libpass.process.CardSteps}. */
  class Card {

    public boolean waitsAt(DelegateExecution execution, String activity) {
      return answer.equals(activity);
    }

    public Instant validDaysEnd(DelegateExecution execution) {
      return VALID_DAYS_END;
    }

    public void endValidDays(DelegateExecution execution) {
      done.add("endValidDays");
    }

    public Instant returnByEnds(DelegateExecution execution) {
      return RETURN_BY_ENDS;
    }

    public boolean needsFollowUp(DelegateExecution execution) {
      return followUp;
    }

    public Instant settlesAt(DelegateExecution execution) {
      return SETTLES_AT;
    }

    public boolean isSettled(DelegateExecution execution) {
      return settled;
    }

    public void slotSettled(DelegateExecution execution) {
      done.add("slotSettled");
    }
  }

  /** Plays {@link org.libpass.process.WaitingSteps}. */
  class Waiting implements ExecutionListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void notify(DelegateExecution execution) {
      boolean over = EVENTNAME_END.equals(execution.getEventName());
      done.add(over ? "waits no more" : "waits at " + execution.getCurrentActivityId());
    }
  }

  /** Plays {@link org.libpass.process.InboxSteps}. */
  class Tasks implements TaskListener {

    private static final long serialVersionUID = 1L;

    public String activationGroup(DelegateExecution execution) {
      return "activations";
    }

    public String cardGroup(DelegateExecution execution) {
      return "cards";
    }

    public String disagreementGroup(DelegateExecution execution) {
      return "disagreements";
    }

    public String releaseGroup(DelegateExecution execution) {
      return "releases";
    }

    public String messageGroup(DelegateExecution execution) {
      return "messages";
    }

    public String connectionGroup(DelegateExecution execution) {
      return "connections";
    }

    @Override
    public void notify(DelegateTask task) {
      done.add(task.getEventName() + " " + task.getTaskDefinitionKey());
    }
  }

  /** Plays {@link org.libpass.process.ActivationSteps}. */
  class Activation {

    public boolean isGranted(DelegateExecution execution) {
      return granted;
    }
  }
}
