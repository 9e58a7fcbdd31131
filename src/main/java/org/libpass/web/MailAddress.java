package org.libpass.web;

/** What forms take for an e-mail address. */
public final class MailAddress {

  /** How long one may be. */
  public static final int LONGEST = 254;

  /** Nothing, or a plain address only: what is let through here is written into a mail's header. */
  public static final String PATTERN =
      "|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:[.][A-Za-z0-9-]{1,63})+";

  private MailAddress() {}
}
