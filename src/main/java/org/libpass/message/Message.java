package org.libpass.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * What one school has to tell another about a card.
 *
 * @param card the card's id
 * @param barcode of the loan that it is about, null when it is about the card as a whole
 * @param text 1 to {@value #LONGEST} characters
 * @param sentBy the account of the librarian who wrote it
 * @param answers the id of the message to which this is the answer, null when it is none
 * @param doneAt when a librarian there was done with it, null while it waits
 * @param doneBy that librarian's account
 */
public record Message(
    UUID id,
    SchoolCode from,
    SchoolCode to,
    UUID card,
    @Nullable String barcode,
    String text,
    String sentBy,
    Instant sentAt,
    @Nullable UUID answers,
    @Nullable Instant doneAt,
    @Nullable String doneBy) {

  /** The longest text, in UTF-16 units. */
  public static final int LONGEST = 1000;

  public Message {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("A message has 1 to " + LONGEST + " characters");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("A message goes to another school");
    }
  }

  /** A message that waits to be read. */
  static Message sent(
      SchoolCode from,
      SchoolCode to,
      UUID card,
      @Nullable String barcode,
      String text,
      String by,
      Instant now) {
    return new Message(
        UUID.randomUUID(), from, to, card, barcode, text.strip(), by, now, null, null, null);
  }

  /** The answer to this one, which goes back to where it came from. */
  Message answeredWith(String answer, String by, Instant now) {
    return new Message(
        UUID.randomUUID(), to, from, card, barcode, answer.strip(), by, now, id, null, null);
  }

  /** Names no word of what was written, so that it may stand in a log. */
  @Override
  public String toString() {
    return "message " + id + " from " + from + " to " + to;
  }
}
