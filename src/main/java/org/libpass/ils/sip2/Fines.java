package org.libpass.ils.sip2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.PatronFlags.Flag;

/** What a patron owes, from BV (amount), BH (currency) and the count of fines. */
final class Fines {

  private static final Set<String> DOLLARS = Set.of("TWD", "NTD");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");

  private Fines() {}

  /**
   * New Taiwan dollars, or null: unknown, or owed without an amount.
   *
   * <p>Many systems leave BV out when nothing is owed, and some leave it out when something is. So
   * without BV only a count of zero says "nothing". Where count, flags and amount contradict each
   * other, nothing is known.
   */
  static @Nullable BigDecimal owed(PatronInformation.Reply reply) {
    PatronFlags flags = reply.flags();
    boolean flagged = flags.has(Flag.EXCESSIVE_FINES) || flags.has(Flag.EXCESSIVE_FEES);
    Integer count = reply.fines();
    List<String> amounts = reply.fields().all("BV");
    BigDecimal owed;
    if (amounts.isEmpty()) {
      owed = count != null && count == 0 ? BigDecimal.ZERO : null;
    } else {
      owed = amounts.size() == 1 ? parse(amounts.get(0)) : null;
    }
    if (owed == null) {
      return null;
    }
    if (owed.signum() > 0) {
      return DOLLARS.containsAll(reply.fields().all("BH")) ? owed : null;
    }
    boolean contradicted = flagged || count != null && count > 0;
    return contradicted ? null : BigDecimal.ZERO; // less than zero is money of the reader's
  }

  private static @Nullable BigDecimal parse(String amount) {
    String plain = amount.strip().replaceAll("(?<=\\d),(?=\\d{3}(\\D|$))", "");
    return AMOUNT.matcher(plain).matches() ? new BigDecimal(plain) : null;
  }
}
