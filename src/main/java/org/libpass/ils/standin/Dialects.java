package org.libpass.ils.standin;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libpass.ils.standin.Dialect.Counts;
import org.libpass.ils.standin.Dialect.Dates;
import org.libpass.school.SchoolCode;

/** Which school's system speaks how: the same at every start, and all of it met among the 39. */
final class Dialects {

  static final Charset BIG5 = Charset.forName("Big5");
  static final Charset CP850 = Charset.forName("IBM850");

  /** The dialect without any surprise. */
  static final Dialect PLAIN =
      new Dialect(StandardCharsets.UTF_8, "PA", Dates.COMPACT, "PC", "AQ", Counts.FILLED, Set.of());

  /** Another field map, fields in the opposite order. */
  private static final Dialect REVERSED =
      new Dialect(
          StandardCharsets.UTF_8,
          "PX",
          Dates.STANDARD,
          "FU",
          "FV",
          Counts.PARTLY,
          Set.of(Habit.REVERSED, Habit.NO_ZERO_AMOUNT, Habit.LOGIN_BEFORE_STATUS));

  private static final Dialect UNSEPARATED =
      new Dialect(
          StandardCharsets.UTF_8,
          "PA",
          Dates.DASHED,
          "PC",
          "AQ",
          Counts.FILLED,
          Set.of(Habit.UNSEPARATED_TRAILER, Habit.CRLF));

  private static final Dialect BARE =
      PLAIN.with(Habit.NO_TRAILER, Habit.NO_ZERO_AMOUNT, Habit.LOGIN_BEFORE_STATUS);

  private static final Dialect BIG5_PLAIN = PLAIN.in(BIG5);
  private static final Dialect BIG5_BARE =
      REVERSED.in(BIG5).with(Habit.NO_TRAILER, Habit.OPEN_HOLDS);

  /** Those that the schools without a line of their own share. */
  private static final List<Dialect> COMMON =
      List.of(PLAIN, REVERSED, UNSEPARATED, BARE, BIG5_PLAIN, BIG5_BARE);

  private static final Map<String, Dialect> OWN =
      Map.ofEntries(
          Map.entry("NTUT", PLAIN),
          Map.entry("CUTE", REVERSED.with(Habit.REQUESTS)),
          Map.entry("NTCB", UNSEPARATED),
          Map.entry("TUST", BARE),
          Map.entry("DAHAN", PLAIN.fields("PE", Dates.DASHED, "PC", "AF").with(Habit.EMPTY_FIELDS)),
          Map.entry(
              "YPU",
              PLAIN
                  .fields("PX", Dates.STANDARD, "FU", "FV")
                  .with(Habit.OPEN_HOLDS, Habit.SLOT_PASSWORD)),
          Map.entry("CUST", BIG5_PLAIN),
          Map.entry("TCMT", BIG5_BARE),
          Map.entry("TAKMING", BIG5_PLAIN.with(Habit.BLOCKED_BY_FLAGS, Habit.CRLF)),
          Map.entry("SJU", PLAIN.in(CP850)),
          Map.entry("LHU", BARE.in(StandardCharsets.US_ASCII)),
          Map.entry("MCUT", PLAIN.with(Habit.OWN_NUMBERS)),
          Map.entry("UCH", PLAIN.fields(null, Dates.COMPACT, "PC", "AQ")),
          Map.entry("VNU", PLAIN.counting(Counts.BLANK)),
          Map.entry("CGUST", REVERSED.with(Habit.HOLDS_BY_TITLE)),
          Map.entry("NANYA", PLAIN.with(Habit.NO_STATUS)),
          Map.entry("MUST", UNSEPARATED.with(Habit.NO_LOGIN)),
          Map.entry("THTU", PLAIN.with(Habit.PROMPTS_LOGIN)),
          Map.entry("NTUNHS", PLAIN.with(Habit.EXACT_CASE)),
          Map.entry("CHIHLEE", PLAIN.with(Habit.EXPIRED_INVALID)),
          Map.entry("HWU", REVERSED.with(Habit.NO_AMOUNT)),
          Map.entry("JUST", PLAIN.with(Habit.NO_DUE_DATE, Habit.SHELVES_LATER)));

  private Dialects() {}

  /** How the school's system speaks. */
  static Dialect of(SchoolCode school) {
    Dialect own = OWN.get(school.value());
    return own != null ? own : COMMON.get(Math.floorMod(school.value().hashCode(), COMMON.size()));
  }
}
