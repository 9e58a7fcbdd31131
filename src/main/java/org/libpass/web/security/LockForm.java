package org.libpass.web.security;

import org.jspecify.annotations.Nullable;

/**
 * What unlocks a desk.
 *
 * @param password of the librarian who is signed in, never shown again, never kept
 * @param back the address of the page that was wanted, empty for the desk
 * @param quiet whether a script asks, which wants no page when it was right
 */
record LockForm(String password, String back, Boolean quiet) {

  LockForm(@Nullable String password, @Nullable String back, @Nullable Boolean quiet) {
    this.password = password == null ? "" : password;
    this.back = back == null ? "" : back;
    this.quiet = quiet != null && quiet;
  }

  /** Where to go when it was right: a page of those who sign in, here. */
  String next() {
    String path = back.split("\\?", 2)[0];
    return Routes.isClosed(path) && !Routes.isReaders(path) ? back : LockController.DESK;
  }

  @Override
  public String toString() {
    return "LockForm[]"; // so that no log ever has the password
  }
}
