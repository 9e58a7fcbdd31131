package org.libpass.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;

/**
 * The lock of a desk that nobody attends.
 *
 * <p>The page notices that nobody is there, hides all that it shows and tells so; from then on the
 * session is marked, and {@link LockedPages} answers every page of those who sign in with the lock,
 * in whichever tab, until {@link LockController} has heard the password of the librarian who is
 * signed in. Signing out, or in as somebody else, ends the session and its mark. A page that could
 * not tell keeps a note in the browser, locks again when it is loaded again, and goes on telling.
 * Without scripts there is a button to lock by hand, and the session ends by its own rule.
 */
@Component("deskLock")
public class DeskLock {

  private static final String MARK = "libpass.locked";

  private final LockSettings settings;

  DeskLock(LockSettings settings) {
    this.settings = settings;
  }

  /** After how many seconds without key or pointer a desk locks; 0 for never. */
  public long idleSeconds() {
    return settings.idleLock().toSeconds();
  }

  void lock(HttpServletRequest request) {
    request.getSession().setAttribute(MARK, true);
  }

  void open(HttpServletRequest request) {
    request.getSession().removeAttribute(MARK);
  }

  boolean isLocked(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(MARK) != null;
  }
}
