package org.libpass.ils;

import java.util.List;
import org.libpass.school.SchoolCode;

/** What the demo console and tests may do with the stand-in library systems of the demo. */
public interface Standin {

  /** Lets a school's library system fall silent, or answer again. */
  void setUnavailable(SchoolCode school, boolean unavailable);

  /** Whether the school's library system is made to be silent. */
  boolean isUnavailable(SchoolCode school);

  /** The accounts at a school that the demo shows, in the order of their numbers. */
  List<DemoAccount> accounts(SchoolCode school);

  /**
   * An invented reader.
   *
   * @param account what to type at sign-in
   * @param password the password, the same for all
   * @param name the reader's name
   * @param identity the school's word for the kind of reader
   * @param descriptionKey the key of the sentence that says what is special: {@code
   *     demo.account.clean}, {@code .overdue}, {@code .fine}, {@code .expired}, {@code .hold},
   *     {@code .unknown} or {@code .blocked}
   */
  record DemoAccount(
      String account, String password, String name, String identity, String descriptionKey) {}
}
