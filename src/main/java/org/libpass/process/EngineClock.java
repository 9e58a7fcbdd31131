package org.libpass.process;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.flowable.common.engine.impl.runtime.Clock;
import org.libpass.platform.TaipeiClock;

/** The engine's view of the product's clock; the engine can't set it. */
final class EngineClock implements Clock {

  private static final TimeZone ZONE = TimeZone.getTimeZone(TaipeiClock.ZONE);

  private final TaipeiClock clock;

  EngineClock(TaipeiClock clock) {
    this.clock = clock;
  }

  @Override
  public Date getCurrentTime() {
    return Date.from(clock.instant());
  }

  @Override
  public Calendar getCurrentCalendar() {
    return getCurrentCalendar(ZONE);
  }

  @Override
  public Calendar getCurrentCalendar(TimeZone zone) {
    Calendar calendar = new GregorianCalendar(zone);
    calendar.setTime(getCurrentTime());
    return calendar;
  }

  @Override
  public TimeZone getCurrentTimeZone() {
    return ZONE;
  }

  @Override
  public void setCurrentTime(Date time) {
    throw new UnsupportedOperationException("The product's clock is moved elsewhere");
  }

  @Override
  public void setCurrentCalendar(Calendar time) {
    throw new UnsupportedOperationException("The product's clock is moved elsewhere");
  }

  @Override
  public void reset() {
    // Nothing to take back: this clock was never set.
  }
}
