package org.libpass.notice;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo sends nothing: its mails are read on the mailbox page. */
@Component
@Profile("demo")
class DemoCarrier implements MailCarrier {

  @Override
  public void carry(Letter letter) {}
}
