package org.libpass.ils.standin;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinItem;
import org.libpass.school.SchoolCode;

/** What outlives a restart: the items that are no longer as they were on the first day. */
interface Ledger {

  /** The first day, from which the due dates of what was charged at the start are counted. */
  LocalDate firstDay();

  /** What has changed at a library since, by barcode. */
  Map<String, State> changed(SchoolCode school);

  /** Keeps how an item is now. */
  void keep(SchoolCode school, StandinItem item);

  /** How an item is; the fields are those of {@link StandinItem}. */
  record State(
      StandinItem.Status status,
      @Nullable String holder,
      @Nullable LocalDate due,
      @Nullable String heldFor) {

    /** The item in this state. */
    StandinItem of(StandinItem item) {
      return new StandinItem(
          item.barcode(), item.title(), item.kind(), status, holder, due, heldFor);
    }
  }
}
