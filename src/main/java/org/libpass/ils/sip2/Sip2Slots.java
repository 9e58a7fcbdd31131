package org.libpass.ils.sip2;

import java.time.Instant;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.school.SchoolCode;

/**
 * The slots' patron accounts and the items at the lending schools. Reads use connections again;
 * what changes something has its own, and is sent once.
 */
final class Sip2Slots {

  private final Sip2Lines lines;

  Sip2Slots(Sip2Lines lines) {
    this.lines = lines;
  }

  /**
   * What is charged to a slot's account.
   *
   * @throws IlsUnavailable if there is no answer, or the account is not valid there: never a sign
   *     that something came back
   */
  ChargedList charged(SchoolCode school, String account) throws IlsUnavailable {
    Sip2Line line = lines.to(school);
    PatronInformation question =
        new PatronInformation(slot(line.settings(), account), ItemList.CHARGED);
    try {
      line.check(question);
      // Before the question: the answer may be older than its arrival, never than this.
      Instant asked = lines.clock().instant();
      PatronInformation.Reply reply = line.pooled(connection -> connection.ask(question));
      if (!Boolean.TRUE.equals(reply.valid())) {
        throw new Sip2Exception(Problem.NOT_VALID, "does not know the slot's account as valid");
      }
      if (Boolean.FALSE.equals(reply.passwordRight())) {
        throw new Sip2Exception(Problem.NOT_VALID, "refuses the PIN of the slots");
      }
      return new ChargedList(reply.charged(), reply.items(), Fines.owed(reply), asked);
    } catch (Sip2Exception | NotSendable noAnswer) {
      throw Sip2Lines.unavailable(school, noAnswer);
    }
  }

  /**
   * Where an item is.
   *
   * @throws NotSendable if the barcode can't be one
   */
  ItemInformation.Reply item(SchoolCode school, String barcode) throws IlsUnavailable, NotSendable {
    Sip2Line line = lines.to(school);
    ItemInformation question = new ItemInformation(barcode);
    check(school, line, question);
    try {
      return line.pooled(connection -> connection.ask(question));
    } catch (Sip2Exception noAnswer) {
      throw Sip2Lines.unavailable(school, noAnswer);
    }
  }

  /**
   * Lends an item to a slot's account.
   *
   * @throws IlsUnavailable if it was not sent
   * @throws NotSendable if the barcode can't be one
   */
  Outcome<Checkout.Reply> checkout(SchoolCode school, String account, String barcode)
      throws IlsUnavailable, NotSendable {
    Sip2Line line = lines.to(school);
    return once(school, line, new Checkout(slot(line.settings(), account), barcode));
  }

  /**
   * Takes an item back.
   *
   * @throws IlsUnavailable if it was not sent
   * @throws NotSendable if the barcode can't be one
   */
  Outcome<Checkin.Reply> checkin(SchoolCode school, String barcode)
      throws IlsUnavailable, NotSendable {
    return once(school, lines.to(school), new Checkin(barcode));
  }

  private static <R extends Reply> Outcome<R> once(
      SchoolCode school, Sip2Line line, Request<R> request) throws IlsUnavailable, NotSendable {
    check(school, line, request);
    try {
      return line.fresh(
          connection -> {
            try {
              return new Outcome.Answered<>(connection.ask(request));
            } catch (Sip2Exception afterSending) {
              return new Outcome.Unknown<>(String.valueOf(afterSending.getMessage()));
            }
          });
    } catch (Sip2Exception neverSent) {
      throw Sip2Lines.unavailable(school, neverSent);
    }
  }

  /** What can't be sent is the barcode that somebody scanned, or else a setting. */
  private static void check(SchoolCode school, Sip2Line line, Request<?> request)
      throws IlsUnavailable, NotSendable {
    try {
      line.check(request);
    } catch (NotSendable strange) {
      if (strange.field().equals("AB")) {
        throw strange;
      }
      throw Sip2Lines.unavailable(school, strange);
    }
  }

  private static Patron slot(Sip2Settings settings, String account) {
    return new Patron(account, settings.slotPin(), false);
  }
}
