package org.libpass.process;

import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.libpass.reader.ActivationProcess;
import org.libpass.school.SchoolCode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets referred activations wait in {@code activation-review}. */
@Component
class EngineActivationProcess implements ActivationProcess {

  private static final String PROCESS = "activation-review";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final InboxTable inbox;

  EngineActivationProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, InboxTable inbox) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inbox = inbox;
  }

  @Override
  public void referred(UUID activation, SchoolCode homeSchool) {
    EngineFailure.unwrapped(
        () -> runtime.startProcessInstanceByKey(PROCESS, activation.toString()));
  }

  @Override
  public void decided(UUID activation) {
    inbox
        .find(Inbox.Kind.ACTIVATION, activation)
        .ifPresent(task -> EngineFailure.unwrapped(() -> tasks.complete(task)));
  }
}
