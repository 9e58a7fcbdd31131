package org.libpass.web.security;

import java.util.UUID;
import org.libpass.school.SchoolCode;

/**
 * A reader who is signed in.
 *
 * @param id the reader's id
 * @param school the home school
 * @param name the reader's own name, in full, for the reader's own pages
 */
public record ReaderPrincipal(UUID id, SchoolCode school, String name) implements SignedIn {

  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return "reader:" + id;
  }

  @Override
  public String shownAs() {
    return name;
  }

  @Override
  public boolean isReader() {
    return true;
  }

  @Override
  public String home() {
    return "/me";
  }
}
