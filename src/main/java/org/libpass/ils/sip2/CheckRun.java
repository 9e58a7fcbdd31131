package org.libpass.ils.sip2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ConnectionCheck.Cause;
import org.libpass.ils.ConnectionCheck.Finding;
import org.libpass.ils.ConnectionCheck.Point;
import org.libpass.ils.ConnectionCheck.Verdict;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.Sip2Exception.Problem;

/** One run of the list over one connection: what breaks the connection ends the run. */
final class CheckRun {

  /** Somebody sits before the page and waits. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Sip2Settings settings;
  private final Patron patron;
  private final List<String> slots;
  private final Map<Point, Finding> findings = new EnumMap<>(Point.class);
  private final List<String> listed = new ArrayList<>();
  private final long beganAt = System.nanoTime();
  private Point at = Point.CONNECTS;

  CheckRun(Sip2Settings settings, Patron patron, List<String> slots) {
    this.settings = settings;
    this.patron = patron;
    this.slots = slots;
  }

  /**
   * Runs it.
   *
   * @param connection one on which nothing is said yet
   * @throws Sip2Exception if it breaks; then {@link #fail} is to be told
   */
  void on(Sip2Connection connection) throws Sip2Exception, NotSendable {
    fine();
    next(Point.LOGIN);
    connection.logIn();
    note(
        settings.login() == null ? Verdict.NOT_SEEN : Verdict.OK, wanted(settings.login() != null));
    next(Point.STATUS);
    boolean asks = settings.dialect().asksStatus();
    connection.askStatus();
    note(asks ? Verdict.OK : Verdict.NOT_SEEN, wanted(asks));
    PatronInformation.@Nullable Reply reply = askPatron(connection);
    askWithWrongPassword(connection, reply);
    lookForExpiry(reply);
    askSlots(connection);
    askForListedItem(connection);
  }

  private static Cause wanted(boolean wanted) {
    return wanted ? Cause.NONE : Cause.NOT_WANTED;
  }

  private PatronInformation.@Nullable Reply askPatron(Sip2Connection connection)
      throws Sip2Exception {
    next(Point.KNOWN_PATRON);
    try {
      PatronInformation.Reply reply =
          connection.ask(new PatronInformation(patron, ItemList.OVERDUE));
      listed.addAll(reply.items());
      Cause cause = objection(reply);
      note(cause == Cause.NONE ? Verdict.OK : Verdict.NOT_OK, cause);
      if (Boolean.TRUE.equals(reply.valid())) {
        Patron known = new Patron(reply.number(), patron.pin(), false);
        for (ItemList list : List.of(ItemList.CHARGED, ItemList.HOLDS)) {
          listed.addAll(connection.ask(new PatronInformation(known, list)).items());
        }
      }
      return reply;
    } catch (NotSendable strange) {
      note(Verdict.NOT_OK, Cause.NOT_SENDABLE);
      return null;
    }
  }

  private static Cause objection(PatronInformation.Reply reply) {
    if (Boolean.FALSE.equals(reply.passwordRight())) {
      return Cause.PASSWORD_REFUSED;
    }
    if (reply.valid() == null) {
      return Cause.VALIDITY_UNSAID;
    }
    if (!reply.valid()) {
      return Cause.NOT_VALID;
    }
    return reply.passwordRight() == null ? Cause.PASSWORD_UNSAID : Cause.NONE;
  }

  private void askWithWrongPassword(
      Sip2Connection connection, PatronInformation.@Nullable Reply known) throws Sip2Exception {
    next(Point.WRONG_PASSWORD);
    if (known == null || !Boolean.TRUE.equals(known.valid())) {
      note(Verdict.NOT_SEEN, Cause.NOT_VALID); // of nobody, any password is wrong
      return;
    }
    Secret madeUp = new Secret(UUID.randomUUID().toString().substring(0, 8));
    Patron impostor = new Patron(patron.account(), madeUp, patron.alias());
    try {
      Boolean right =
          connection.ask(new PatronInformation(impostor, ItemList.OVERDUE)).passwordRight();
      if (right == null) {
        note(Verdict.NOT_OK, Cause.PASSWORD_UNSAID);
      } else {
        note(right ? Verdict.NOT_OK : Verdict.OK, right ? Cause.ANY_PASSWORD : Cause.NONE);
      }
    } catch (NotSendable strange) {
      note(Verdict.NOT_SEEN, Cause.NOT_SENDABLE);
    }
  }

  private void lookForExpiry(PatronInformation.@Nullable Reply known) {
    next(Point.EXPIRY);
    if (known == null || !Boolean.TRUE.equals(known.valid())) {
      note(Verdict.NOT_SEEN, Cause.NOT_VALID);
    } else if (LenientDate.of(known.fields().at(settings.fields().expiry())) == null) {
      note(Verdict.NOT_OK, Cause.NO_EXPIRY);
    } else {
      fine();
    }
  }

  private void askSlots(Sip2Connection connection) throws Sip2Exception {
    next(Point.SLOTS);
    List<String> missing = new ArrayList<>();
    for (String account : slots) {
      if (System.nanoTime() - beganAt > LONGEST.toNanos()) {
        note(Verdict.NOT_SEEN, Cause.TOO_SLOW);
        return;
      }
      if (!isThere(connection, account)) {
        missing.add(account);
      }
    }
    if (missing.isEmpty()) {
      note(slots.isEmpty() ? Verdict.NOT_SEEN : Verdict.OK, wanted(!slots.isEmpty()));
    } else {
      findings.put(at, new Finding(at, Verdict.NOT_OK, Cause.ACCOUNTS_MISSING, missing));
    }
  }

  private boolean isThere(Sip2Connection connection, String account) throws Sip2Exception {
    try {
      Patron slot = new Patron(account, settings.slotPin(), false);
      PatronInformation.Reply reply = connection.ask(new PatronInformation(slot, ItemList.CHARGED));
      listed.addAll(reply.items());
      return Boolean.TRUE.equals(reply.valid()) && !Boolean.FALSE.equals(reply.passwordRight());
    } catch (NotSendable strange) {
      return false;
    }
  }

  /** Whether what the lists name is a barcode shows only when an item of that barcode exists. */
  private void askForListedItem(Sip2Connection connection) throws Sip2Exception {
    next(Point.BARCODES);
    if (listed.isEmpty()) {
      note(Verdict.NOT_SEEN, Cause.NOTHING_LISTED);
      return;
    }
    String named = listed.get(0);
    try {
      ItemInformation.Reply item = connection.ask(new ItemInformation(named));
      boolean exists = item.title() != null || item.status() != CirculationStatus.OTHER;
      note(exists ? Verdict.OK : Verdict.NOT_OK, exists ? Cause.NONE : Cause.TITLES);
    } catch (NotSendable strange) {
      note(Verdict.NOT_OK, Cause.TITLES);
    }
  }

  /** Takes note of what ended the run. */
  void fail(Problem problem) {
    switch (problem) {
      case LOGIN_REFUSED -> next(Point.LOGIN);
      case OFFLINE -> next(Point.STATUS);
      default -> {}
    }
    ConnectionTrouble trouble = problem.trouble();
    note(
        trouble == null ? Verdict.NOT_SEEN : Verdict.NOT_OK,
        trouble == null ? Cause.BUSY : Cause.valueOf(trouble.name()));
  }

  List<Finding> findings() {
    return Stream.of(Point.values())
        .map(
            point ->
                findings.getOrDefault(
                    point, new Finding(point, Verdict.NOT_SEEN, Cause.NOT_ASKED, List.of())))
        .toList();
  }

  private void next(Point point) {
    at = point;
  }

  private void fine() {
    note(Verdict.OK, Cause.NONE);
  }

  private void note(Verdict verdict, Cause cause) {
    findings.put(at, new Finding(at, verdict, cause, List.of()));
  }
}
