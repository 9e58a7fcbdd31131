package org.libpass.ils;

import java.util.Optional;
import org.libpass.school.SchoolCode;

/** What an administrator may see of the connections. */
public interface ConnectionStates {

  /** The state of a school's connection, or empty for a school without one. Asks nobody. */
  Optional<ConnectionState> of(SchoolCode school);

  /**
   * A school's connection now.
   *
   * @param health as it was on the node that asked last
   */
  record ConnectionState(ConnectionSettings settings, ConnectionHealth health) {}
}
