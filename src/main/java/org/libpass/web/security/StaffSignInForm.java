package org.libpass.web.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff types to sign in.
 *
 * @param username in any case
 * @param password never shown again, never kept
 */
record StaffSignInForm(
    @NotBlank(message = "{sign-in.account.missing}")
        @Size(max = SignInForm.ACCOUNT_LENGTH, message = "{sign-in.account.long}")
        String username,
    @NotBlank(message = "{sign-in.password.missing}")
        @Size(max = SignInForm.PASSWORD_LENGTH, message = "{sign-in.password.long}")
        String password) {

  static final StaffSignInForm EMPTY = new StaffSignInForm("", "");

  StaffSignInForm(@Nullable String username, @Nullable String password) {
    this.username = username == null ? "" : username.strip();
    this.password = password == null ? "" : password;
  }

  @Override
  public String toString() {
    return "StaffSignInForm[]"; // so that no log ever has the password
  }
}
