package org.libpass.web.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ConnectionHealth;
import org.libpass.ils.ConnectionStates.ConnectionState;
import org.libpass.school.School;

/**
 * A school and how it stands with its connection.
 *
 * @param state null for a school without one
 */
record ConnectionRow(School school, @Nullable ConnectionState state, Condition condition) {

  static ConnectionRow of(School school, @Nullable ConnectionState state, Instant now) {
    return new ConnectionRow(
        school, state, state == null ? Condition.NONE : Condition.of(state.health(), now));
  }

  /** How a connection stands, in one word. */
  enum Condition {
    NONE("plain", "minus"),
    NEVER_ASKED("plain", "clock"),
    ANSWERS("good", "check"),
    FAILS("bad", "stop"),
    RESTS("bad", "hourglass");

    private final String tone;
    private final String icon;

    Condition(String tone, String icon) {
      this.tone = tone;
      this.icon = icon;
    }

    static Condition of(ConnectionHealth health, Instant now) {
      if (health.isResting(now)) {
        return RESTS;
      }
      if (health.failingSince() != null) {
        return FAILS;
      }
      return health.lastGood() == null ? NEVER_ASKED : ANSWERS;
    }

    public String tone() {
      return tone;
    }

    public String icon() {
      return icon;
    }
  }
}
