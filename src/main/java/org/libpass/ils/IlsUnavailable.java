package org.libpass.ils;

import org.libpass.school.SchoolCode;

/** The library system could not be asked: no answer, a garbled one, or no connection at all. */
public class IlsUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String school;

  /**
   * @param school whose system was asked
   * @param what what went wrong, for the log; never a password or a raw line
   */
  public IlsUnavailable(SchoolCode school, String what) {
    super(school + ": " + what);
    this.school = school.value();
  }

  /** Whose system could not be asked. */
  public SchoolCode school() {
    return new SchoolCode(school);
  }
}
