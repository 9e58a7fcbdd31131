package org.libpass.ils.standin;

import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.StandinConnection;
import org.libpass.school.SchoolCode;

/** What a client has to know of a school's system. */
final class Settings {

  /** The user to log in with. */
  static final String USER = "libpass";

  /** The field of what has come from other libraries, where a system has one. */
  static final String REQUESTS = "ZR";

  private Settings() {}

  /** The password to log in with. */
  static String password(SchoolCode school) {
    return "sip-" + school.value().toLowerCase(Locale.ROOT);
  }

  /** The password of the slot accounts, null where they need none. */
  static @Nullable String slotPassword(SchoolCode school, Dialect dialect) {
    return dialect.has(Habit.SLOT_PASSWORD)
        ? "slot-" + school.value().toLowerCase(Locale.ROOT)
        : null;
  }

  static StandinConnection of(SchoolCode school, Dialect dialect, int port) {
    boolean login = !dialect.has(Habit.NO_LOGIN);
    return new StandinConnection(
        InetAddress.getLoopbackAddress().getHostAddress(),
        port,
        login ? USER : null,
        login ? password(school) : null,
        dialect.has(Habit.PROMPTS_LOGIN),
        school.value(),
        dialect.charset(),
        dialect.has(Habit.CRLF),
        !dialect.has(Habit.NO_STATUS),
        dialect.expiryField(),
        dialect.identityField(),
        dialect.unitField(),
        dialect.has(Habit.REQUESTS) ? REQUESTS : null,
        !dialect.has(Habit.OPEN_HOLDS),
        !dialect.has(Habit.EXACT_CASE),
        slotPassword(school, dialect));
  }
}
