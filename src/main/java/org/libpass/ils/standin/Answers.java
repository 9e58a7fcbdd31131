package org.libpass.ils.standin;

import java.util.Optional;
import org.libpass.ils.StandinFault;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** What a school's system answers to each request, before any bytes. */
final class Answers {

  /** The sixteen kinds of message in the standard's order; this system knows half of them. */
  private static final String SUPPORTED = "YYYNYYYYYNYNNNNN";

  private final SchoolCode school;
  private final Dialect dialect;
  private final TaipeiClock clock;
  private final PatronAnswers patrons;
  private final ItemAnswers items;

  Answers(SchoolCode school, Dialect dialect, StandinLibrary library, TaipeiClock clock) {
    this.school = school;
    this.dialect = dialect;
    this.clock = clock;
    this.patrons = new PatronAnswers(school, dialect, library, clock);
    this.items = new ItemAnswers(school, dialect, library, clock);
  }

  /**
   * The answer, or empty where the system closes the connection instead.
   *
   * @param loggedIn whether the connection has a login behind it or needs none
   */
  Optional<Reply> to(Request request, boolean loggedIn, StandinFault fault) {
    return switch (request.code()) {
      case "93" -> Optional.of(new Reply(dialect, admits(request, fault) ? "941" : "940"));
      case "99" -> status(loggedIn);
      default -> loggedIn ? Optional.of(business(request, fault)) : Optional.empty();
    };
  }

  /** Whether the login is right. */
  boolean admits(Request request, StandinFault fault) {
    return admits(request.field("CN"), request.field("CO"), fault);
  }

  /** Whether the login is right. */
  boolean admits(String user, String password, StandinFault fault) {
    return fault != StandinFault.REFUSES_LOGIN
        && user.equals(Settings.USER)
        && password.equals(Settings.password(school));
  }

  private Optional<Reply> status(boolean loggedIn) {
    if (dialect.has(Habit.NO_STATUS) || (!loggedIn && dialect.has(Habit.LOGIN_BEFORE_STATUS))) {
      return Optional.empty();
    }
    // On line; checkin, checkout; no renewal policy, status update or off-line; 5 s, 3 retries.
    return Optional.of(
        new Reply(dialect, "98YYYNNN050003" + WireDates.now(clock) + "2.00")
            .field("AO", school.value())
            .optional("AM", Screen.LIBRARY.in(dialect.charset()))
            .field("BX", SUPPORTED)
            .optional("AF", Screen.WELCOME.in(dialect.charset()))
            .optional("AG", null));
  }

  private Reply business(Request request, StandinFault fault) {
    return switch (request.code()) {
      case "63" -> patrons.information(request, fault);
      case "23" -> patrons.status(request, fault);
      case "35" -> patrons.endSession(request);
      case "11" -> items.checkOut(request, fault);
      case "09" -> items.checkIn(request);
      case "17" -> items.information(request);
      default -> throw new IllegalStateException("No answer to " + request.code());
    };
  }
}
