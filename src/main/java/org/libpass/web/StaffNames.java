package org.libpass.web;

import org.libpass.staff.StaffAccount;
import org.libpass.staff.StaffAccounts;
import org.springframework.stereotype.Component;

/** Members of staff by the names that pages call them. */
@Component("staffNames")
public class StaffNames {

  private final StaffAccounts accounts;

  StaffNames(StaffAccounts accounts) {
    this.accounts = accounts;
  }

  /** The person's name, or the username if the account is gone. */
  public String of(String username) {
    return accounts.find(username).map(StaffAccount::displayName).orElse(username);
  }
}
