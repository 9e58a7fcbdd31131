package org.libpass.web.security;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in: a reader or a member of staff. Kept in the session's row, so it holds keys and
 * what the page frame shows, and nothing that may change without a new sign-in.
 */
public sealed interface SignedIn extends AuthenticatedPrincipal, Serializable
    permits ReaderPrincipal, StaffPrincipal {

  /** The name in the frame of every page. */
  String shownAs();

  /** Whether this is a reader, and not staff. */
  boolean isReader();

  /** The page to begin with. */
  String home();
}
