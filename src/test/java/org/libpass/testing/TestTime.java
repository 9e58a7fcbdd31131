package org.libpass.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.libpass.platform.TaipeiClock;

/**
 * The time below a {@link TaipeiClock}, in a test's hands: the product's clock goes forward only,
 * this one goes where it is put.
 */
public final class TestTime {

  /** Monday 2026-11-23, nine in the morning in Taipei. */
  public static final Instant START = inTaipei(LocalDateTime.of(2026, 11, 23, 9, 0));

  private final Hands hands = new Hands();
  private final TaipeiClock clock = new TaipeiClock(hands, Duration.ZERO);

  /** The product's clock over this time; at {@link #START} until it is moved. */
  public TaipeiClock clock() {
    return clock;
  }

  /** Makes it {@code moment}, earlier or later, whatever the product's clock was advanced by. */
  public void set(Instant moment) {
    hands.now = moment.minus(clock.offset());
  }

  /** Makes it {@code moment} in Taipei. */
  public void set(LocalDateTime moment) {
    set(inTaipei(moment));
  }

  /** Makes it nine in the morning of {@code day} in Taipei. */
  public void set(LocalDate day) {
    set(day.atTime(9, 0));
  }

  private static Instant inTaipei(LocalDateTime moment) {
    return moment.atZone(TaipeiClock.ZONE).toInstant();
  }

  private static final class Hands extends Clock {

    private volatile Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return TaipeiClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("A test's time has one zone");
    }
  }
}
