package org.libpass.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.common.engine.api.FlowableTaskAlreadyClaimedException;
import org.flowable.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.school.SchoolCode;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The tasks of a school's librarians: the engine's user tasks, oldest first. */
@Service
public class Inbox {

  private final InboxTable table;
  private final TaskService engine;
  private final AuditLog audit;
  private final TransactionOperations transaction;

  Inbox(InboxTable table, TaskService engine, AuditLog audit, TransactionOperations transaction) {
    this.table = table;
    this.engine = engine;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** What a task is about. */
  public enum Kind {
    /** A reader asks to be activated; the subject is the activation. */
    ACTIVATION("activationReview"),
    /** The policy has referred an application; the subject is the card. */
    CARD_REVIEW("review"),
    /** A book is not back by its return-by date; the subject is the card. */
    OVERDUE("overdueFollowUp"),
    /** A card and a library system disagree; the subject is the disagreement. */
    DISAGREEMENT("findOut"),
    /** Slots wait for a lender that does not answer; the subject is the release. */
    RELEASE("slotRelease"),
    /** Another school has written; the subject is the message. */
    MESSAGE("readMessage"),
    /** The school's library system does not answer; the subject is the silence. */
    CONNECTION("checkConnection");

    private final String userTask;

    Kind(String userTask) {
      this.userTask = userTask;
    }

    /** The kind whose user task has that id in a BPMN file. */
    static Kind of(String userTask) {
      for (Kind kind : values()) {
        if (kind.userTask.equals(userTask)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No kind of task: " + userTask);
    }
  }

  /**
   * An open task.
   *
   * @param id the engine's id
   * @param school whose librarians it is for
   * @param subject what it is about, see {@link Kind}
   * @param openedAt since when it waits
   * @param target the day by which policy wants it done
   * @param assignee the account of the librarian who has claimed it, null when nobody has
   */
  public record Task(
      String id,
      Kind kind,
      SchoolCode school,
      UUID subject,
      Instant openedAt,
      LocalDate target,
      @Nullable String assignee) {}

  /** The answer to a claim or a release. */
  public enum Claim {
    DONE,
    /** Another librarian has it. */
    SOMEBODY_ELSES,
    /** It is done, or never was a task of this school. */
    GONE
  }

  /** A school's open tasks, the oldest first. */
  public List<Task> open(SchoolCode school) {
    return table.open(school);
  }

  /** The open task of that id, if it is this school's. */
  public Optional<Task> find(SchoolCode school, String id) {
    return table.find(school, id);
  }

  /**
   * Takes a task for oneself, so that colleagues leave it alone.
   *
   * @param username the librarian's account
   */
  public Claim claim(SchoolCode school, String id, String username) {
    return change(school, id, username, task -> engine.claim(task.id(), username));
  }

  /** Gives one's own task back to all. */
  public Claim release(SchoolCode school, String id, String username) {
    return change(school, id, username, task -> engine.unclaim(task.id()));
  }

  /**
   * Hands a task that is one's own, or nobody's, to a colleague.
   *
   * @param colleague the account of a librarian of the same school
   */
  public Claim hand(SchoolCode school, String id, String username, String colleague) {
    return change(
        school,
        id,
        username,
        task -> {
          engine.setAssignee(task.id(), colleague);
          keep(task, username, "task-handed", username + " → " + colleague);
        });
  }

  /**
   * Takes a task over from a colleague who is not there to give it back.
   *
   * @param former whose task it is now, as the librarian was told
   * @return {@link Claim#SOMEBODY_ELSES} when it is somebody else's by now: nothing was done
   */
  public Claim takeOver(SchoolCode school, String id, String username, String former) {
    return change(
        school,
        id,
        former,
        task -> {
          engine.setAssignee(task.id(), username);
          keep(task, username, "task-taken-over", former + " → " + username);
        });
  }

  /** The entry names the task, and through it no person but the librarians. */
  private void keep(Task task, String actor, String action, String detail) {
    audit.keep(task.school().value(), actor, action, task.kind() + " " + task.subject(), detail);
  }

  /** Whether this librarian may decide on the task: it is theirs, or nobody's. */
  public Claim mayDecide(SchoolCode school, String id, String username) {
    return change(school, id, username, task -> {});
  }

  private Claim change(SchoolCode school, String id, String holder, Consumer<Task> change) {
    try {
      return transaction.execute(status -> changed(school, id, holder, change));
    } catch (FlowableTaskAlreadyClaimedException
        | FlowableOptimisticLockingException
        | ConcurrencyFailureException colleagueWasFaster) {
      return Claim.SOMEBODY_ELSES;
    } catch (FlowableObjectNotFoundException doneMeanwhile) {
      return Claim.GONE;
    }
  }

  private Claim changed(SchoolCode school, String id, String holder, Consumer<Task> change) {
    Optional<Task> task = find(school, id);
    if (task.isEmpty()) {
      return Claim.GONE;
    }
    String assignee = task.get().assignee();
    if (assignee != null && !assignee.equals(holder)) {
      return Claim.SOMEBODY_ELSES;
    }
    change.accept(task.get());
    return Claim.DONE;
  }
}
