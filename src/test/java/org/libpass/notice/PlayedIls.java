package org.libpass.notice;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.Ils;
import org.libpass.ils.PatronRecord;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;

/** A library system that says what a test wants it to say. */
class PlayedIls implements Ils {

  private final TaipeiClock clock;
  private final Map<String, PatronRecord> records = new HashMap<>();

  PlayedIls(TaipeiClock clock) {
    this.clock = clock;
  }

  /** A reader with nothing overdue, owed or waiting. */
  void knows(String number, String name, String email) {
    says(number, name, email, 0, BigDecimal.ZERO, List.of(), List.of());
  }

  void says(
      String number,
      String name,
      String email,
      Integer overdueItems,
      BigDecimal fines,
      List<ChargedItem> overdue,
      List<ChargedItem> holdShelf) {
    says(number, name, email, overdueItems, fines, overdue, holdShelf, List.of());
  }

  void says(
      String number,
      String name,
      String email,
      Integer overdueItems,
      BigDecimal fines,
      List<ChargedItem> overdue,
      List<ChargedItem> holdShelf,
      List<String> requests) {
    records.put(
        number,
        new PatronRecord(
            number,
            name,
            null,
            null,
            null,
            email,
            overdueItems,
            fines,
            overdue,
            holdShelf,
            requests,
            clock.instant()));
  }

  @Override
  public SignIn signIn(SchoolCode school, String account, String password) {
    return new SignIn.Accepted(records.get(account));
  }

  @Override
  public PatronRecord patron(SchoolCode school, String readerNumber) {
    return records.get(readerNumber);
  }
}
