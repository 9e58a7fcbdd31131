package org.libpass.reader;

import java.util.UUID;
import org.libpass.school.SchoolCode;

/** Where a referred activation waits for a librarian of the home school. */
public interface ActivationProcess {

  /** The policy has referred the activation: a librarian is to look at it. */
  void referred(UUID activation, SchoolCode homeSchool);

  /** The activation is decided: nobody has to look at it any more. */
  void decided(UUID activation);
}
