package org.libpass.circulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardState;
import org.libpass.card.SlotsInUse.SlotInUse;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.OpenDays;
import org.libpass.school.OpeningHours;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.stereotype.Component;

/**
 * When a lender is asked about a slot again: about books that are out often, about cards in use or
 * just ended less so, about unused ones only while the lender is open, and once after it has
 * closed.
 */
@Component
class Rhythm {

  private final DetectionSettings settings;
  private final Schools schools;
  private final OpenDays openDays;
  private final TaipeiClock clock;

  Rhythm(DetectionSettings settings, Schools schools, OpenDays openDays, TaipeiClock clock) {
    this.settings = settings;
    this.schools = schools;
    this.openDays = openDays;
    this.clock = clock;
  }

  /** How it goes at one lender now. */
  Beat at(SchoolCode lender) {
    ZonedDateTime now = clock.instant().atZone(TaipeiClock.ZONE);
    List<OpeningHours> today = hours(lender, now.toLocalDate());
    LocalTime time = now.toLocalTime();
    boolean open =
        today.stream()
            .anyMatch(hours -> !time.isBefore(hours.opens()) && time.isBefore(hours.closes()));
    Optional<Instant> closed =
        today.stream()
            .map(OpeningHours::closes)
            .filter(closes -> !closes.isAfter(time))
            .max(LocalTime::compareTo)
            .map(closes -> now.with(closes).toInstant())
            .or(() -> lastClosing(lender, now.toLocalDate().minusDays(1)));
    return new Beat(settings, now.toInstant(), open, closed.orElse(Instant.EPOCH));
  }

  private Optional<Instant> lastClosing(SchoolCode lender, LocalDate day) {
    return day.minusDays(6)
        .datesUntil(day.plusDays(1))
        .flatMap(
            past ->
                hours(lender, past).stream()
                    .map(hours -> past.atTime(hours.closes()).atZone(TaipeiClock.ZONE).toInstant()))
        .max(Instant::compareTo);
  }

  private List<OpeningHours> hours(SchoolCode lender, LocalDate day) {
    if (!openDays.isOpen(lender, day)) {
      return List.of();
    }
    List<OpeningHours> weekly =
        schools.get(lender).openingHours().stream()
            .filter(hours -> hours.weekday() == day.getDayOfWeek())
            .toList();
    return weekly.isEmpty()
        ? List.of(new OpeningHours(day.getDayOfWeek(), LocalTime.MIN, LocalTime.of(23, 59)))
        : weekly;
  }

  /**
   * @param open whether the lender is open now
   * @param closed when it was last closed for the day
   */
  record Beat(DetectionSettings settings, Instant now, boolean open, Instant closed) {

    /**
     * Whether a slot is to be asked about.
     *
     * @param lentHere whether the lender has lent something on it
     * @param askedAt when it was asked last, null if never
     */
    boolean isDue(SlotInUse slot, boolean lentHere, @Nullable Instant askedAt) {
      if (askedAt == null) {
        return true;
      }
      if (lentHere) {
        return isOver(settings.inUse(), askedAt);
      }
      boolean unused = slot.state() == CardState.ISSUED || slot.state() == CardState.PRINTED;
      if (!unused) {
        return isOver(settings.borrowing(), askedAt);
      }
      return open ? isOver(settings.unused(), askedAt) : askedAt.isBefore(closed);
    }

    private boolean isOver(Duration pause, Instant since) {
      return !since.plus(pause).isAfter(now);
    }
  }
}
