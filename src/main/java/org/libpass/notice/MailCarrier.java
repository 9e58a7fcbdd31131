package org.libpass.notice;

/** Hands a mail to whatever brings it to its recipient. */
interface MailCarrier {

  /**
   * Returns when the mail is in other hands.
   *
   * @throws Exception of any kind if it was not taken: it is tried again later
   */
  void carry(Letter letter) throws Exception;
}
