package org.libpass.ils;

import org.libpass.school.SchoolCode;

/** Which schools' library systems the platform is connected with. */
public interface Connections {

  /**
   * Whether the school's system can be asked at all. A school without a connection takes part by
   * hand.
   */
  boolean has(SchoolCode school);

  /** How many questions the school's system may be asked side by side: 1 or 2; 0 without one. */
  int width(SchoolCode school);
}
