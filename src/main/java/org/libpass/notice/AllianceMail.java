package org.libpass.notice;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings what visitors write to the alliance, by mail, with their own address to answer to. */
@Service
public class AllianceMail {

  private final Letters letters;

  AllianceMail(Letters letters) {
    this.letters = letters;
  }

  /** Writes it to the alliance's address; it is sent like every mail, and lost no more than one. */
  @Transactional
  public void send(Enquiry enquiry) {
    letters.write(enquiry, UUID.randomUUID());
  }
}
