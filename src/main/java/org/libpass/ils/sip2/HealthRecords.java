package org.libpass.ils.sip2;

import java.util.Optional;
import org.libpass.ils.ConnectionHealth;
import org.libpass.school.SchoolCode;

/** Where it is kept how the systems answered. */
interface HealthRecords {

  /** What was kept last, by whichever node. */
  Optional<ConnectionHealth> find(SchoolCode school);

  void keep(SchoolCode school, ConnectionHealth health);
}
