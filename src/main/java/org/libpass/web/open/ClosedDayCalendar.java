package org.libpass.web.open;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.School;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A school's closed days as an iCalendar, for calendar programs that ask for it again each day. */
@Component
class ClosedDayCalendar {

  private static final Period BACK = Period.ofMonths(1);
  private static final Period AHEAD = Period.ofYears(2);

  private final OpenDays openDays;
  private final MessageSource messages;
  private final TaipeiClock clock;

  ClosedDayCalendar(OpenDays openDays, MessageSource messages, TaipeiClock clock) {
    this.openDays = openDays;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The days of one school from a month ago to two years ahead, in UTF-8.
   *
   * @param language of the words in it
   */
  byte[] of(School school, Locale language) {
    LocalDate today = clock.today();
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Libpass//Closed days//" + language.getLanguage()));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Period.ofDays(1)));
    calendar.add(
        new XProperty("X-WR-CALNAME", words("closed.calendar.name", language, school, "")));
    openDays.closedBetween(school.code(), today.minus(BACK), today.plus(AHEAD)).stream()
        .map(entry -> event(entry, school, language))
        .forEach(calendar::add);
    return written(calendar);
  }

  private VEvent event(ClosedDay entry, School school, Locale language) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.id() + "@libpass"));
    event.add(new DtStamp(clock.instant()));
    event.add(new DtStart<>(entry.from()));
    event.add(new DtEnd<>(entry.to().plusDays(1))); // the first day after it
    event.add(
        new Summary(
            words(
                entry.open() ? "closed.calendar.open" : "closed.calendar.closed",
                language,
                school,
                entry.note(language))));
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }

  private String words(String key, Locale language, School school, String note) {
    return messages.getMessage(key, new Object[] {school.name(language), note}, language);
  }

  private static byte[] written(Calendar calendar) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new CalendarOutputter(true).output(calendar, bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
