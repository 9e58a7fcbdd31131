package org.libpass.ils;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a library system said of one reader at one moment. A null says that the system did not tell:
 * unknown, which is neither "none" nor "zero".
 *
 * @param readerNumber the school's number for the reader, the identity at later questions
 * @param name the reader's name as the school writes it
 * @param identity the school's own word for the kind of reader, such as 大學部學生
 * @param unit department or office
 * @param expiry the last day of the reader's rights
 * @param email the address in the school's records
 * @param overdueItems items not returned in time
 * @param finesOwed unpaid fines and fees in New Taiwan dollars, zero or more
 * @param overdue the overdue items as far as the system names them, never null
 * @param holdShelf items that wait to be picked up, never null
 * @param requests what came from another library for the reader and waits to be picked up: titles,
 *     or whatever the system words it as; empty also where a system tells of none, never null
 * @param askedAt when the system gave this answer
 */
public record PatronRecord(
    String readerNumber,
    String name,
    @Nullable String identity,
    @Nullable String unit,
    @Nullable LocalDate expiry,
    @Nullable String email,
    @Nullable Integer overdueItems,
    @Nullable BigDecimal finesOwed,
    List<ChargedItem> overdue,
    List<ChargedItem> holdShelf,
    List<String> requests,
    Instant askedAt) {

  public PatronRecord {
    overdue = List.copyOf(overdue);
    holdShelf = List.copyOf(holdShelf);
    requests = List.copyOf(requests);
  }

  /** What a system said that tells of no requests to other libraries. */
  public PatronRecord(
      String readerNumber,
      String name,
      @Nullable String identity,
      @Nullable String unit,
      @Nullable LocalDate expiry,
      @Nullable String email,
      @Nullable Integer overdueItems,
      @Nullable BigDecimal finesOwed,
      List<ChargedItem> overdue,
      List<ChargedItem> holdShelf,
      Instant askedAt) {
    this(
        readerNumber,
        name,
        identity,
        unit,
        expiry,
        email,
        overdueItems,
        finesOwed,
        overdue,
        holdShelf,
        List.of(),
        askedAt);
  }
}
