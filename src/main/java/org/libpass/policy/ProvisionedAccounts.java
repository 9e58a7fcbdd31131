package org.libpass.policy;

import org.libpass.school.SchoolCode;

/** Tells how many slot accounts the alliance has given a school: no quota can be larger. */
public interface ProvisionedAccounts {

  /** The number of the school's slot accounts; 0 while it has not been given any. */
  int provisioned(SchoolCode school);
}
