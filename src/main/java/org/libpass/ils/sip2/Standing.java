package org.libpass.ils.sip2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Ils.SignIn;
import org.libpass.ils.sip2.PatronFlags.Flag;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;

/** What a patron's record says of the password and of the account as a whole. */
final class Standing {

  private Standing() {}

  /**
   * The answer to a sign-in that is not let in, or empty.
   *
   * <p>Only an explicit yes to both questions lets anybody in: a system that leaves CQ out, or
   * blank, would let in whoever types a number. An explicit no to the password outweighs all else,
   * so that nobody learns from a guess whether an account is blocked. BL=N without that no is not
   * about the password: expired, inactive, or not known.
   *
   * @throws Sip2Exception if the system does not say
   */
  static Optional<SignIn> refusal(PatronInformation.Reply reply, LocalDate today, FieldMap map)
      throws Sip2Exception {
    Boolean passwordRight = reply.passwordRight();
    Boolean valid = reply.valid();
    if (Boolean.FALSE.equals(passwordRight)) {
      return Optional.of(new SignIn.WrongPassword());
    }
    if (Boolean.FALSE.equals(valid)) {
      return Optional.of(new SignIn.Blocked());
    }
    if (passwordRight == null) {
      throw new Sip2Exception(Problem.UNSAID, "does not say whether the password is right (no CQ)");
    }
    if (valid == null) {
      throw new Sip2Exception(Problem.UNSAID, "does not say whether the patron is valid (no BL)");
    }
    return isBlocked(reply, today, map) ? Optional.of(new SignIn.Blocked()) : Optional.empty();
  }

  /**
   * Makes sure that a record, asked for without a password, is of somebody whom the library serves.
   */
  static void demandGood(PatronInformation.Reply reply, LocalDate today, FieldMap map)
      throws Sip2Exception {
    if (!Boolean.TRUE.equals(reply.valid())) {
      throw new Sip2Exception(Problem.NOT_VALID, "does not know the patron, or not as valid");
    }
    if (isBlocked(reply, today, map)) {
      throw new Sip2Exception(Problem.NOT_VALID, "has blocked the patron");
    }
  }

  /**
   * Whether the library serves the patron no more, for a reason that the record doesn't show.
   *
   * <p>Most systems deny charging to everybody who owes, is late or has expired. Those may sign in:
   * they come to see exactly that, and the policy looks at it. But where nothing explains the
   * denial somebody has set it by hand, and no rule would ever see it. A card reported lost may be
   * in a stranger's hands.
   */
  static boolean isBlocked(PatronInformation.Reply reply, LocalDate today, FieldMap map) {
    PatronFlags flags = reply.flags();
    return flags.has(Flag.CARD_LOST)
        || flags.has(Flag.CHARGE_DENIED) && !isExplained(reply, today, map);
  }

  private static boolean isExplained(PatronInformation.Reply reply, LocalDate today, FieldMap map) {
    LocalDate expiry = LenientDate.of(reply.fields().at(map.expiry()));
    return expiry != null && expiry.isBefore(today)
        || isSome(PatronQuery.overdueItems(reply))
        || isSome(reply.fines())
        || isSome(Fines.owed(reply))
        || reply.flags().has(Flag.TOO_MANY_CHARGED);
  }

  private static boolean isSome(@Nullable Number number) {
    return number instanceof BigDecimal amount
        ? amount.signum() > 0
        : number != null && number.intValue() > 0;
  }
}
