package org.libpass.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one source of time: real time plus an offset, in Asia/Taipei.
 *
 * <p>The offset is zero in production. The demo and the tests move it, forward only, because what
 * has happened cannot be made not to have happened. All calendar dates of the product are dates in
 * this zone, whatever zone the virtual machine runs in.
 */
public final class TaipeiClock extends Clock {

  /** The zone of every calendar date that the product shows or stores. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  private final Clock base;
  private volatile Duration offset;

  /**
   * @param base what real time is read from; its zone is ignored
   * @param offset how far this clock is ahead of {@code base}, not negative
   */
  public TaipeiClock(Clock base, Duration offset) {
    if (offset.isNegative()) {
      throw new IllegalArgumentException("The clock can't be set back: " + offset);
    }
    this.base = base;
    this.offset = offset;
  }

  /** Today's date in Taipei. */
  public LocalDate today() {
    return LocalDate.now(this);
  }

  /** How far this clock is ahead of real time, never negative. */
  public Duration offset() {
    return offset;
  }

  /**
   * Moves the clock forward.
   *
   * @param step how far, not negative
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public synchronized void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("The clock can't be set back: " + step);
    }
    offset = offset.plus(step);
  }

  /**
   * The first moment of the day after {@code day} in Taipei: when something that is valid until
   * {@code day} ends.
   */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** The calendar date in Taipei at {@code moment}. */
  public static LocalDate dateOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(base.withZone(zone), offset);
  }
}
