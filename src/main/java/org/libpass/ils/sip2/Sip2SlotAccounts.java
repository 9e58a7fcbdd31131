package org.libpass.ils.sip2;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.ItemWhereabouts;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotCharges;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/**
 * The slots' patron accounts and the items at the lending schools. Reads use connections again;
 * what changes something has its own, and is sent once.
 */
@Component
final class Sip2SlotAccounts implements SlotAccounts {

  /** The field of an item's barcode, which is what somebody scanned; all others are settings. */
  private static final String BARCODE = "AB";

  private final Sip2Lines lines;

  Sip2SlotAccounts(Sip2Lines lines) {
    this.lines = lines;
  }

  @Override
  public SlotCharges charged(SchoolCode lender, String account) throws IlsUnavailable {
    Sip2Line line = lines.to(lender);
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
      return new SlotCharges(reply.items(), isWhole(reply), Fines.owed(reply), asked);
    } catch (Sip2Exception | NotSendable noAnswer) {
      throw Sip2Lines.unavailable(lender, noAnswer);
    }
  }

  private static boolean isWhole(PatronInformation.Reply reply) {
    List<String> barcodes = reply.items();
    return reply.charged() != null
        && reply.charged() == barcodes.size()
        && new HashSet<>(barcodes).size() == barcodes.size();
  }

  @Override
  public ItemWhereabouts item(SchoolCode lender, String barcode) throws IlsUnavailable {
    Sip2Line line = lines.to(lender);
    ItemInformation question = new ItemInformation(barcode);
    try {
      line.check(question);
      Instant asked = lines.clock().instant();
      ItemInformation.Reply reply = line.pooled(connection -> connection.ask(question));
      return new ItemWhereabouts(reply.status().place(), reply.title(), reply.due(), asked);
    } catch (Sip2Exception | NotSendable noAnswer) {
      throw Sip2Lines.unavailable(lender, noAnswer);
    }
  }

  @Override
  public Written checkOut(SchoolCode lender, String account, String barcode) throws IlsUnavailable {
    Sip2Line line = lines.to(lender);
    return once(
        lender,
        line,
        new Checkout(slot(line.settings(), account), barcode),
        reply ->
            reply.ok() || reply.renewal()
                ? new Written.Done(reply.title(), reply.due())
                : refused(reply.messages()));
  }

  @Override
  public Written checkIn(SchoolCode lender, String barcode) throws IlsUnavailable {
    return once(
        lender,
        lines.to(lender),
        new Checkin(barcode),
        reply -> reply.ok() ? new Written.Done(reply.title(), null) : refused(reply.messages()));
  }

  private static <R extends Reply> Written once(
      SchoolCode lender, Sip2Line line, Request<R> request, Function<R, Written> read)
      throws IlsUnavailable {
    AtomicBoolean sent = new AtomicBoolean();
    try {
      line.check(request);
      return line.fresh(
          connection -> {
            sent.set(true);
            return read.apply(connection.ask(request));
          });
    } catch (NotSendable strange) {
      if (strange.field().equals(BARCODE)) {
        return new Written.Refused(null);
      }
      throw Sip2Lines.unavailable(lender, strange);
    } catch (Sip2Exception noAnswer) {
      if (sent.get()) {
        return new Written.Unknown();
      }
      throw Sip2Lines.unavailable(lender, noAnswer);
    }
  }

  private static Written refused(List<String> messages) {
    return new Written.Refused(screen(messages));
  }

  private static @Nullable String screen(List<String> messages) {
    return messages.isEmpty() ? null : String.join(" ", messages);
  }

  private static Patron slot(Sip2Settings settings, String account) {
    return new Patron(account, settings.slotPin(), false);
  }
}
