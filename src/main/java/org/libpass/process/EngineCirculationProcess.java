package org.libpass.process;

import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.libpass.circulation.CirculationProcess;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets disagreements and waiting slots wait for librarians. */
@Component
class EngineCirculationProcess implements CirculationProcess {

  /** The transient variable that names the school whose librarians have the task. */
  static final String SCHOOL = "school";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final InboxTable inbox;

  EngineCirculationProcess(
      @Lazy RuntimeService runtime, @Lazy TaskService tasks, InboxTable inbox) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inbox = inbox;
  }

  @Override
  public void disagreed(UUID disagreement, SchoolCode lender) {
    begin("disagreement", disagreement, lender);
  }

  @Override
  public void settled(UUID disagreement) {
    end(Inbox.Kind.DISAGREEMENT, disagreement);
  }

  @Override
  public void slotsWait(UUID release, SchoolCode homeSchool) {
    begin("slot-release", release, homeSchool);
  }

  @Override
  public void slotsGo(UUID release) {
    end(Inbox.Kind.RELEASE, release);
  }

  private void begin(String process, UUID subject, SchoolCode school) {
    EngineFailure.unwrapped(
        () ->
            runtime
                .createProcessInstanceBuilder()
                .processDefinitionKey(process)
                .businessKey(subject.toString())
                .transientVariable(SCHOOL, school.value())
                .start());
  }

  private void end(Inbox.Kind kind, UUID subject) {
    inbox
        .find(kind, subject)
        .ifPresent(task -> EngineFailure.unwrapped(() -> tasks.complete(task)));
  }
}
