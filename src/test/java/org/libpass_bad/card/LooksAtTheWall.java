package org.libpass_bad.card;

/** Breaks the rule that time comes from the clock. */
record LooksAtTheWall(java.time.LocalDate today) {

  LooksAtTheWall() {
    this(java.time.LocalDate.now(org.libpass.platform.TaipeiClock.ZONE));
  }
}
