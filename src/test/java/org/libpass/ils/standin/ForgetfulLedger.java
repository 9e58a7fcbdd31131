package org.libpass.ils.standin;

import java.time.LocalDate;
import java.util.Map;
import org.libpass.ils.StandinItem;
import org.libpass.school.SchoolCode;

/** Keeps nothing: for tests in which nothing starts again. */
record ForgetfulLedger(LocalDate firstDay) implements Ledger {

  @Override
  public Map<String, State> changed(SchoolCode school) {
    return Map.of();
  }

  @Override
  public void keep(SchoolCode school, StandinItem item) {}
}
