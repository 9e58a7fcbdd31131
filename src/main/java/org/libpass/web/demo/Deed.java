package org.libpass.web.demo;

import org.libpass.ils.Standin;
import org.libpass.ils.Standin.Outcome;
import org.libpass.ils.StandinItem.Status;
import org.libpass.school.SchoolCode;

/** What a clerk can do with an item: take it back, or put it into a state of the same name. */
enum Deed {
  TAKE_BACK,
  CLAIMED_RETURNED,
  LOST,
  MISSING,
  AVAILABLE,
  IN_PROCESS,
  RECALLED,
  ON_HOLD_SHELF,
  TO_BE_SHELVED,
  IN_TRANSIT;

  /** Does it. */
  Outcome at(Standin libraries, SchoolCode school, String barcode) {
    return this == TAKE_BACK
        ? libraries.discharge(school, barcode)
        : libraries.mark(school, barcode, Status.valueOf(name()));
  }
}
