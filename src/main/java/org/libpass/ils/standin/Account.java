package org.libpass.ils.standin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Status;

/**
 * A patron and the patron's items at one moment.
 *
 * @param charged all that is charged, the overdue items too
 * @param overdue what should be back by now
 * @param waiting what waits on the hold shelf
 * @param pending what is on hold and elsewhere
 */
record Account(
    Patron patron,
    List<StandinItem> charged,
    List<StandinItem> overdue,
    List<StandinItem> waiting,
    List<StandinItem> pending) {

  /** The patron's part of a library's items. */
  static Account of(Patron patron, Collection<StandinItem> items, LocalDate today) {
    List<StandinItem> charged =
        items.stream().filter(item -> patron.number().equals(item.holder())).toList();
    List<StandinItem> held =
        items.stream().filter(item -> patron.number().equals(item.heldFor())).toList();
    return new Account(
        patron,
        charged,
        charged.stream().filter(item -> item.due() != null && item.due().isBefore(today)).toList(),
        held.stream().filter(item -> item.status() == Status.ON_HOLD_SHELF).toList(),
        held.stream().filter(item -> item.status() != Status.ON_HOLD_SHELF).toList());
  }
}
