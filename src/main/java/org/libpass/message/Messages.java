package org.libpass.message;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages from school to school; each waits in the inbox of the school that gets it. */
@Service
public class Messages {

  private final MessageTable table;
  private final MessageProcess process;
  private final TaipeiClock clock;

  Messages(MessageTable table, MessageProcess process, TaipeiClock clock) {
    this.table = table;
    this.process = process;
    this.clock = clock;
  }

  /**
   * Sends a message.
   *
   * @param card the id of the card that it is about, on which both schools have a part
   * @param barcode of the loan that it is about, at most 60 characters, or null
   * @param text checked by the form: 1 to {@value Message#LONGEST} characters, not blank
   * @param username the librarian's account
   * @return the message's id
   * @throws IllegalArgumentException if the text is blank or too long, or both schools are one
   */
  @Transactional
  public UUID send(
      SchoolCode from,
      SchoolCode to,
      UUID card,
      @Nullable String barcode,
      String text,
      String username) {
    return sent(Message.sent(from, to, card, barcode, text, username, clock.instant()));
  }

  private UUID sent(Message message) {
    table.add(message);
    process.sent(message.id(), message.to());
    return message.id();
  }

  /**
   * A librarian of the school that got it has read it and has nothing to say to it.
   *
   * @param by the librarian's account
   * @return false when a colleague was done with it already: nothing was done
   */
  @Transactional
  public boolean read(UUID id, String by) {
    if (!table.end(id, by, clock.instant())) {
      return false;
    }
    process.done(id);
    return true;
  }

  /**
   * A librarian of the school that got it answers, and is done with it.
   *
   * @param by the librarian's account
   * @param text as for {@link #send}
   * @return false when a colleague was done with it already: nothing was sent
   * @throws IllegalArgumentException if the text is blank or too long
   */
  @Transactional
  public boolean answer(UUID id, String by, String text) {
    Message answer = get(id).answeredWith(text, by, clock.instant());
    if (!read(id, by)) {
      return false;
    }
    sent(answer);
    return true;
  }

  /**
   * @throws NoSuchElementException if there is no such message
   */
  public Message get(UUID id) {
    return table.find(id).orElseThrow();
  }

  /** What the school has sent and got about a card, the oldest first. */
  public List<Message> about(UUID card, SchoolCode school) {
    return table.of(card, school);
  }
}
