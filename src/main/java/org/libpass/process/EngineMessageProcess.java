package org.libpass.process;

import java.util.UUID;
import org.libpass.message.MessageProcess;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** Lets messages from other schools wait in {@code message}. */
@Component
class EngineMessageProcess implements MessageProcess {

  private final OneTask tasks;

  EngineMessageProcess(OneTask tasks) {
    this.tasks = tasks;
  }

  @Override
  public void sent(UUID message, SchoolCode to) {
    tasks.begin("message", message, to);
  }

  @Override
  public void done(UUID message) {
    tasks.end(Inbox.Kind.MESSAGE, message);
  }
}
