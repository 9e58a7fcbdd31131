package org.libpass.web;

import org.libpass.ils.Connections;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/**
 * Which schools' library systems are connected, for pages that say different things to the readers
 * and librarians of the others.
 */
@Component("connected")
public class Connected {

  private final Connections connections;
  private final Schools schools;

  Connected(Connections connections, Schools schools) {
    this.connections = connections;
    this.schools = schools;
  }

  /** Whether the school has a connection: its readers sign in with a password. */
  public boolean has(SchoolCode school) {
    return connections.has(school);
  }

  /** Whether every school has one. */
  public boolean all() {
    return schools.all().stream().allMatch(school -> has(school.code()));
  }
}
