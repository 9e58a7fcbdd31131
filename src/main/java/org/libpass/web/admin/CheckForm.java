package org.libpass.web.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The patron whom a connection is checked with.
 *
 * @param password never shown again, never kept
 */
record CheckForm(
    @NotBlank(message = "{admin.check.account.missing}")
        @Size(max = CheckForm.LONGEST, message = "{admin.check.account.long}")
        String account,
    @NotBlank(message = "{admin.check.password.missing}")
        @Size(max = CheckForm.LONGEST, message = "{admin.check.password.long}")
        String password) {

  static final int LONGEST = 128;

  static final CheckForm EMPTY = new CheckForm("", "");

  CheckForm(@Nullable String account, @Nullable String password) {
    this.account = account == null ? "" : account.strip();
    this.password = password == null ? "" : password;
  }

  @Override
  public String toString() {
    return "CheckForm[]"; // so that no log ever has the password
  }
}
