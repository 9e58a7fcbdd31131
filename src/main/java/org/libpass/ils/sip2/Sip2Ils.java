package org.libpass.ils.sip2;

import java.util.Optional;
import java.util.Set;
import org.libpass.ils.Ils;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.PatronRecord;
import org.libpass.ils.sip2.PatronInformation.ItemList;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/**
 * Readers in the schools' library systems. Each question has a connection of its own: what a
 * stranger types must not share one with another reader's record.
 */
@Component
final class Sip2Ils implements Ils {

  /** The fields of what a reader types. */
  private static final Set<String> TYPED = Set.of("AA", "AD");

  private final Sip2Lines lines;

  Sip2Ils(Sip2Lines lines) {
    this.lines = lines;
  }

  @Override
  public SignIn signIn(SchoolCode school, String account, String password) throws IlsUnavailable {
    if (account.isBlank() || password.isBlank()) {
      return new SignIn.WrongPassword(); // some systems let anybody in with a blank one
    }
    if (account.codePoints().anyMatch(Character::isISOControl)) {
      return new SignIn.WrongPassword(); // what strip would take for space at the end
    }
    Sip2Line line = lines.to(school);
    boolean alias = line.settings().dialect().aliases();
    Patron typed = new Patron(account.strip(), new Secret(password), alias);
    PatronInformation question = new PatronInformation(typed, ItemList.OVERDUE);
    try {
      line.check(question);
    } catch (NotSendable strange) {
      if (TYPED.contains(strange.field())) {
        return new SignIn.WrongPassword(); // no account and no password looks like that
      }
      throw Sip2Lines.unavailable(school, strange);
    }
    try {
      return line.fresh(connection -> signIn(connection, line.settings(), question));
    } catch (NotSendable | Sip2Exception noAnswer) {
      throw Sip2Lines.unavailable(school, noAnswer);
    }
  }

  @Override
  public PatronRecord patron(SchoolCode school, String readerNumber) throws IlsUnavailable {
    Sip2Line line = lines.to(school);
    Patron patron = Patron.numbered(readerNumber);
    PatronInformation question = new PatronInformation(patron, ItemList.OVERDUE);
    try {
      line.check(question);
      return line.fresh(
          connection -> {
            PatronInformation.Reply overdue = connection.ask(question);
            Standing.demandGood(overdue, lines.clock().today(), line.settings().fields());
            return record(connection, line.settings(), patron, overdue);
          });
    } catch (NotSendable | Sip2Exception noAnswer) {
      throw Sip2Lines.unavailable(school, noAnswer);
    }
  }

  private SignIn signIn(
      Sip2Connection connection, Sip2Settings settings, PatronInformation question)
      throws Sip2Exception, NotSendable {
    PatronInformation.Reply overdue = connection.ask(question);
    Optional<SignIn> refused = Standing.refusal(overdue, lines.clock().today(), settings.fields());
    if (refused.isPresent()) {
      return refused.get();
    }
    Patron known = new Patron(overdue.number(), question.patron().pin(), false);
    return new SignIn.Accepted(record(connection, settings, known, overdue));
  }

  private PatronRecord record(
      Sip2Connection connection,
      Sip2Settings settings,
      Patron patron,
      PatronInformation.Reply overdue)
      throws Sip2Exception, NotSendable {
    return new PatronQuery(connection, settings, lines.clock()).record(patron, overdue);
  }
}
