package org.libpass.ils;

import org.libpass.school.SchoolCode;

/** The library system could not be asked: no answer, a garbled one, or no connection at all. */
public class IlsUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String school;
  private final boolean answered;

  /**
   * There was no answer.
   *
   * @param school whose system was asked
   * @param what what went wrong, for the log; never a password or a raw line
   */
  public IlsUnavailable(SchoolCode school, String what) {
    this(school, what, false);
  }

  /**
   * @param school whose system was asked
   * @param what what went wrong, for the log; never a password or a raw line
   * @param answered whether the system did answer, only nothing that can be used in this case
   */
  public IlsUnavailable(SchoolCode school, String what, boolean answered) {
    super(school + ": " + what);
    this.school = school.value();
    this.answered = answered;
  }

  /**
   * Whether the system did answer, only nothing that can be used in this case, such as that it does
   * not know the account: asking it about others is worth while.
   */
  public boolean isAnswered() {
    return answered;
  }

  /** Whose system could not be asked. */
  public SchoolCode school() {
    return new SchoolCode(school);
  }
}
