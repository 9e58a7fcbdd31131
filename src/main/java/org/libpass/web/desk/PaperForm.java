package org.libpass.web.desk;

import java.io.Serial;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;

/**
 * The head of what was written on paper; its items are {@link PaperRow}s.
 *
 * @param day when it happened, as 2026-01-18
 * @param time of that day in Taipei, as 14:05
 * @param card the card's number, may be empty where nothing was lent
 * @param identity {@link ScanForm#SEEN} when a photo identity was looked at then
 */
record PaperForm(String day, String time, String card, @Nullable String identity)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  PaperForm(
      @Nullable String day,
      @Nullable String time,
      @Nullable String card,
      @Nullable String identity) {
    this.day = plain(day);
    this.time = plain(time);
    this.card = plain(card);
    this.identity = identity;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** For the next paper of the same day. */
  static PaperForm of(LocalDate day) {
    return new PaperForm(day.toString(), null, null, null);
  }

  /** Whether the librarian says that a photo identity was looked at then. */
  public boolean identitySeen() {
    return ScanForm.SEEN.equals(identity);
  }

  Optional<LocalDate> writtenDay() {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  Optional<LocalTime> writtenTime() {
    try {
      return Optional.of(LocalTime.parse(time).truncatedTo(ChronoUnit.MINUTES));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** When it happened, to the minute; empty if day or time is none. */
  Optional<Instant> moment() {
    return writtenDay()
        .flatMap(
            written ->
                writtenTime()
                    .map(time -> written.atTime(time).atZone(TaipeiClock.ZONE).toInstant()));
  }
}
