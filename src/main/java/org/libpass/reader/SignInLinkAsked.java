package org.libpass.reader;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A reader is to be sent a link to sign in by.
 *
 * @param reader whom it signs in
 * @param address the one in the school's list, whatever usual address the reader has given since
 * @param token the link's secret: for the mail alone, never for a log
 * @param endsAt from when on the link does nothing
 * @param language of the page on which it was asked for, since a reader who has never signed in has
 *     not chosen any
 */
public record SignInLinkAsked(
    UUID reader, String address, String token, Instant endsAt, Locale language) {

  @Override
  public String toString() {
    return "SignInLinkAsked[reader=" + reader + "]";
  }
}
