package org.libpass.web.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a reader types to sign in.
 *
 * @param school the home school's code
 * @param account the account in its library system: ASCII without spaces; at a school without a
 *     connection the reader number or the e-mail address in the school's list
 * @param password never shown again, never kept; needed where the school has a connection
 */
public record SignInForm(
    @NotBlank(message = "{sign-in.school.missing}") String school,
    @NotBlank(message = "{sign-in.account.missing}")
        @Size(max = ACCOUNT_LENGTH, message = "{sign-in.account.long}")
        @Pattern(regexp = "[\\x21-\\x7E&&[^|]]*", message = "{sign-in.account.characters}")
        String account,
    @Size(max = PASSWORD_LENGTH, message = "{sign-in.password.long}")
        @Pattern(regexp = "[^\\p{Cntrl}|]*", message = "{sign-in.password.characters}")
        String password) {

  static final int ACCOUNT_LENGTH = 64;
  static final int PASSWORD_LENGTH = 128;

  /** A form that nobody has filled in yet. */
  public static final SignInForm EMPTY = new SignInForm("", "", "");

  public SignInForm(@Nullable String school, @Nullable String account, @Nullable String password) {
    this.school = school == null ? "" : school.strip();
    this.account = account == null ? "" : account.strip();
    this.password = password == null ? "" : password;
  }

  @Override
  public String toString() {
    return "SignInForm[school=" + school + "]"; // so that no log ever has the password
  }
}
