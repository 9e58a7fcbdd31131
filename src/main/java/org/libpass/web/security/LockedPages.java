package org.libpass.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps the pages of those who sign in closed while their session is locked. */
class LockedPages implements HandlerInterceptor {

  /** What locks and unlocks. */
  private static final Set<String> KEYS = Set.of(LockController.LOCK, LockController.UNLOCK);

  private final DeskLock lock;

  LockedPages(DeskLock lock) {
    this.lock = lock;
  }

  /** The session is locked. */
  static class Locked extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  /**
   * @throws Locked if the page is one of those and the session is locked
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String path = Refusals.path(request);
    if (handler instanceof HandlerMethod
        && request.getDispatcherType() == DispatcherType.REQUEST
        && Routes.isClosed(path)
        && !KEYS.contains(path)
        && lock.isLocked(request)) {
      throw new Locked();
    }
    return true;
  }
}
