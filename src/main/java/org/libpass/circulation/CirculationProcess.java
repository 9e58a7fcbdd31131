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
   */
  void slotsWait(UUID release, SchoolCode homeSchool);

  /** The slots of a release wait no more. */
  void slotsGo(UUID release);
}
