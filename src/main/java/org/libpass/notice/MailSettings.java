package org.libpass.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who mails come from, and who reads those to the alliance. The defaults do for one machine; they
 * are here and not in a settings file, so that a production can tell a setting that is missing.
 */
@Component
class MailSettings {

  private final InternetAddress from;
  private final InternetAddress alliance;

  /**
   * @param from {@code libpass.mail.from}: an address, with or without a name
   * @param alliance {@code libpass.mail.alliance}: where the contact form's messages go
   * @throws AddressException if one of them is no address
   */
  MailSettings(
      @Value("${libpass.mail.from:Libpass <no-reply@localhost>}") String from,
      @Value("${libpass.mail.alliance:alliance@localhost}") String alliance)
      throws AddressException {
    this.from = new InternetAddress(from, true);
    this.alliance = new InternetAddress(alliance, true);
  }

  InternetAddress from() {
    return from;
  }

  /** The address of those who look after the alliance. */
  String alliance() {
    return alliance.getAddress();
  }

  /** The Message-ID of a mail: unique in the world by our domain. */
  String messageId(UUID mail) {
    String address = from.getAddress();
    return "<" + mail + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
  }
}
