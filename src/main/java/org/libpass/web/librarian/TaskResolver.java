package org.libpass.web.librarian;

import java.util.List;
import java.util.Objects;
import org.libpass.process.Inbox;
import org.libpass.web.security.PathArgument;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Gives handlers the task in their path, if the librarian may do it. */
@Component
class TaskResolver extends PathArgument {

  private final Inbox inbox;

  TaskResolver(Inbox inbox) {
    super("id");
    this.inbox = inbox;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(MayDo.class);
  }

  @Override
  protected Inbox.Task find(MethodParameter parameter, StaffPrincipal librarian, String name) {
    MayDo wanted = Objects.requireNonNull(parameter.getParameterAnnotation(MayDo.class));
    List<Inbox.Kind> kinds = List.of(wanted.value());
    Inbox.Task task =
        inbox
            .find(librarian.ownSchool(), name)
            .filter(open -> kinds.isEmpty() || kinds.contains(open.kind()))
            .orElseThrow(() -> new TaskStoppedException(Inbox.Claim.GONE));
    Inbox.Claim may = inbox.mayDecide(task.school(), task.id(), librarian.username());
    if (may != Inbox.Claim.DONE) {
      throw new TaskStoppedException(may);
    }
    return task;
  }
}
