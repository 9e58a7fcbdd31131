package org.libpass.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.libpass.policy.Tokens.Token;

/** What numbers and dates in a rule file stand for. */
final class Literals {

  private static final int LONGEST_NUMBER = 9;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  private Literals() {}

  static int number(Token token) throws RuleFileException {
    if (token.text().length() > LONGEST_NUMBER) {
      throw new RuleFileException(token.line(), "number-long", token.text());
    }
    return Integer.parseInt(token.text());
  }

  static LocalDate date(Token token) throws RuleFileException {
    try {
      LocalDate date = LocalDate.parse(token.text());
      if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    throw new RuleFileException(token.line(), "date", token.text());
  }
}
