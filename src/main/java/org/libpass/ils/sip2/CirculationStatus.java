package org.libpass.ils.sip2;

import org.jspecify.annotations.Nullable;
import org.libpass.ils.ItemWhereabouts;

/** Where an item is, as 18 says it, in the order of the protocol's numbers from 1. */
enum CirculationStatus {
  OTHER,
  ON_ORDER,
  AVAILABLE,
  CHARGED,
  CHARGED_NOT_TO_BE_RECALLED,
  IN_PROCESS,
  RECALLED,
  ON_HOLD_SHELF,
  WAITING_TO_BE_RESHELVED,
  IN_TRANSIT,
  CLAIMED_RETURNED,
  LOST,
  MISSING;

  /** A number that the protocol doesn't know says nothing: other. */
  static CirculationStatus of(@Nullable Integer number) {
    return number == null || number < 1 || number > values().length ? OTHER : values()[number - 1];
  }

  /** What it says of an item that is gone from a slot's account. */
  ItemWhereabouts.Place place() {
    if (confirmsReturn()) {
      return ItemWhereabouts.Place.IN_THE_LIBRARY;
    }
    if (vetoesReturn()) {
      return ItemWhereabouts.Place.NOWHERE;
    }
    return switch (this) {
      case CHARGED, CHARGED_NOT_TO_BE_RECALLED, RECALLED -> ItemWhereabouts.Place.CHARGED;
      default -> ItemWhereabouts.Place.UNCLEAR;
    };
  }

  /** Whether it is in the library's hands, which makes an item gone from a slot a return. */
  boolean confirmsReturn() {
    return switch (this) {
      case AVAILABLE, IN_PROCESS, ON_HOLD_SHELF, WAITING_TO_BE_RESHELVED, IN_TRANSIT -> true;
      default -> false;
    };
  }

  /** Whether it is nowhere, however gone from a slot: no return, and somebody has to look. */
  boolean vetoesReturn() {
    return this == CLAIMED_RETURNED || this == LOST || this == MISSING;
  }
}
