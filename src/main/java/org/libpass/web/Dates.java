package org.libpass.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.libpass.platform.TaipeiClock;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How dates and times are written on pages, in the language of the request and always in Taipei
 * time. Templates use the fragments {@code date} and {@code moment}, which call this.
 */
@Component("dates")
public class Dates {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** A day with its weekday: {@code 2026-11-22（日）} or {@code 2026-11-22 (Sun)}. */
  public String day(LocalDate day) {
    String weekday = day.getDayOfWeek().getDisplayName(style(), locale());
    return isEnglish() ? day + " (" + weekday + ")" : day + "（" + weekday + "）";
  }

  /** A moment's day in Taipei, as {@link #day(LocalDate)}. */
  public String day(Instant moment) {
    return day(TaipeiClock.dateOf(moment));
  }

  /** The date in Taipei at a moment. */
  public LocalDate dateOf(Instant moment) {
    return TaipeiClock.dateOf(moment);
  }

  /** A moment with its day and time to the minute: {@code 2026-11-22（日）09:05}. */
  public String moment(Instant moment) {
    return day(moment) + (isEnglish() ? " " : "") + time(moment);
  }

  /** A moment's time of day in Taipei: {@code 09:05}. */
  public String time(Instant moment) {
    return TIME.format(inTaipei(moment));
  }

  /** A time of day: {@code 09:05}. */
  public String time(LocalTime time) {
    return TIME.format(time);
  }

  /** A weekday alone: {@code 星期一} or {@code Monday}. */
  public String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, locale());
  }

  /** A moment for machines, with Taipei's offset, as {@code <time datetime>} wants it. */
  public String iso(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(inTaipei(moment).withNano(0));
  }

  private static ZonedDateTime inTaipei(Instant moment) {
    return moment.atZone(TaipeiClock.ZONE);
  }

  private static TextStyle style() {
    return isEnglish() ? TextStyle.SHORT : TextStyle.NARROW;
  }

  private static boolean isEnglish() {
    return locale().getLanguage().equals("en");
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
