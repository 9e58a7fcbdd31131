package org.libpass.process;

import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The processes that are one task for the librarians of one school. */
@Component
class OneTask {

  /** The transient variable that names the school whose librarians have the task. */
  static final String SCHOOL = "school";

  /** The transient variable that names the other school in it, if there is one. */
  static final String OTHER_SCHOOL = "otherSchool";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final InboxTable inbox;

  OneTask(@Lazy RuntimeService runtime, @Lazy TaskService tasks, InboxTable inbox) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inbox = inbox;
  }

  void begin(String process, UUID subject, SchoolCode school) {
    begin(process, subject, school, null);
  }

  void begin(String process, UUID subject, SchoolCode school, @Nullable SchoolCode other) {
    EngineFailure.unwrapped(
        () ->
            runtime
                .createProcessInstanceBuilder()
                .processDefinitionKey(process)
                .businessKey(subject.toString())
                .transientVariable(SCHOOL, school.value())
                .transientVariable(OTHER_SCHOOL, other == null ? null : other.value())
                .start());
  }

  void end(Inbox.Kind kind, UUID subject) {
    inbox
        .find(kind, subject)
        .ifPresent(task -> EngineFailure.unwrapped(() -> tasks.complete(task)));
  }
}
