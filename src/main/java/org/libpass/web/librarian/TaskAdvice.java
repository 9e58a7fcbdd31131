package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletRequest;
import org.libpass.process.Inbox;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers where a task can't be done, or not with what was typed. */
@ControllerAdvice(
    assignableTypes = {
      TaskController.class,
      CirculationTaskController.class,
      MessageTaskController.class
    })
class TaskAdvice {

  private final TaskPages pages;

  TaskAdvice(TaskPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  String stopped(TaskStoppedException task, HttpServletRequest request, RedirectAttributes next) {
    InboxFilter filter = InboxFilter.of(request);
    return TaskGate.said(task.why(), () -> {}, TaskGate.task(filter), filter, next);
  }

  /** The task's page again, with what was typed and what is wrong with it. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
  String again(
      BindException wrong,
      @AuthenticationPrincipal StaffPrincipal librarian,
      @MayDo Inbox.Task task,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("filter", InboxFilter.of(request));
    model.addAllAttributes(wrong.getModel());
    return pages.fill(task, librarian, model);
  }
}
