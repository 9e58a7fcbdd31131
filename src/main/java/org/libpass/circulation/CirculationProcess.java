package org.libpass.circulation;

import java.util.UUID;
import org.libpass.school.SchoolCode;

/** Where what librarians have to settle waits for them. Called in the transaction of the change. */
public interface CirculationProcess {

  /**
   * A disagreement waits for a librarian of the lending school.
   *
   * @param disagreement its id
   */
  void disagreed(UUID disagreement, SchoolCode lender);

  /** A disagreement is settled. */
  void settled(UUID disagreement);

  /**
   * Slots wait for a librarian of their school, since a lender does not answer.
   *
   * @param release the id of the release
   * @param lender which does not answer
   */
  void slotsWait(UUID release, SchoolCode homeSchool, SchoolCode lender);

  /** The slots of a release wait no more. */
  void slotsGo(UUID release);

  /**
   * A library system has been asked in vain for so long that its librarians have to know.
   *
   * @param silence the id of the silence
   * @param school whose system it is
   */
  void fellSilent(UUID silence, SchoolCode school);

  /** The system of a silence answers again, or is asked no more. */
  void answersAgain(UUID silence);
}
