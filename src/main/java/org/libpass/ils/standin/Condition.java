package org.libpass.ils.standin;

/** What is special about an invented reader. */
enum Condition {
  CLEAN,
  OVERDUE,
  FINE,
  EXPIRED,
  HOLD,
  UNKNOWN,
  BLOCKED
}
