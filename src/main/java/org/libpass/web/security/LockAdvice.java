package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Shows the lock in place of a page, and says by the status that it is not that page. What was
 * posted is not done.
 */
@ControllerAdvice
class LockAdvice {

  @ExceptionHandler(LockedPages.Locked.class)
  String locked(Model page, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpStatus.LOCKED.value());
    page.addAttribute("back", request.getMethod().equals("GET") ? address(request) : "");
    return LockController.PAGE;
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
