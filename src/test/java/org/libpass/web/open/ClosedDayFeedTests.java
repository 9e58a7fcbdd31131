package org.libpass.web.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.platform.PublicAddress;
import org.libpass.school.ClosedDay;
import org.libpass.school.OpenDays;
import org.libpass.school.SchoolCode;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A school's closed days as a calendar program reads them. */
class ClosedDayFeedTests extends PageTest {

  private static final SchoolCode LHU = new SchoolCode("LHU");
  private static final String FEED = "/closed-days/LHU.ics";

  @Autowired PublicAddress pages;

  @Autowired OpenDays openDays;

  private final List<ClosedDay> entries =
      List.of(
          ClosedDay.closed(
              LHU,
              LocalDate.of(2026, 12, 30),
              LocalDate.of(2027, 1, 2),
              "盤點，; \\ 與\u201c很長很長很長很長很長很長很長很長很長很長很長很長\u201d的說明",
              "Stocktaking; a, b"),
          ClosedDay.openAlthough(
              LHU, LocalDate.of(2026, 12, 13), LocalDate.of(2026, 12, 13), "考前開放", "Exams"),
          ClosedDay.closed(
              LHU, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 1), "早就過了", "Long ago"));

  @AfterEach
  void remove() {
    entries.forEach(entry -> openDays.remove(entry.id()));
  }

  @Test
  void itIsAValidCalendarWithAllDaysOfTheSchool() throws Exception {
    entries.forEach(openDays::add);

    Calendar calendar = read(FEED);

    assertThat(calendar.validate().getEntries()).isEmpty();
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events)
        .extracting(event -> value(event, Property.SUMMARY))
        .contains("龍華科技大學 休館：" + entries.get(0).noteZh(), "龍華科技大學 照常開館：考前開放")
        .noneMatch(summary -> summary.contains("早就過了"));
    VEvent turnOfTheYear = event(events, entries.get(0));
    assertThat(value(turnOfTheYear, Property.DTSTART)).isEqualTo("20261230");
    assertThat(value(turnOfTheYear, Property.DTEND)).isEqualTo("20270103");
    assertThat(events).extracting(event -> value(event, Property.UID)).doesNotHaveDuplicates();
  }

  @Test
  void itSpeaksEnglishToWhoAsksForIt() throws Exception {
    entries.forEach(openDays::add);

    List<VEvent> events = read(FEED + "?lang=en").getComponents("VEVENT");

    assertThat(value(event(events, entries.get(0)), Property.SUMMARY))
        .endsWith(" closed: Stocktaking; a, b");
  }

  @Test
  void itIsServedAsACalendarInShortLines() throws Exception {
    entries.forEach(openDays::add);

    byte[] bytes =
        open(FEED)
            .andExpect(status().isOk())
            .andExpect(content().contentType("text/calendar;charset=UTF-8"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n")
        .contains("DTSTART;VALUE=DATE:20261213\r\n", "DTEND;VALUE=DATE:20261214\r\n");
    assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.length()).isLessThan(76));
  }

  @Test
  void aSchoolThatDoesNotExistHasNone() throws Exception {
    open("/closed-days/NOSUCH.ics").andExpect(status().isNotFound());
    open("/closed-days/NOSUCH").andExpect(status().isNotFound());
  }

  @Test
  void aSchoolsPageShowsItsWeekAndItsAddressToSubscribe() throws Exception {
    entries.forEach(openDays::add);

    String page = open("/closed-days/lhu").andReturn().getResponse().getContentAsString();

    assertThat(page)
        .contains("2026-12-30（三）", "2027-01-02（六）", "考前開放")
        .contains("星期一", "不開館", pages.link(FEED))
        .doesNotContain("早就過了");
  }

  private Calendar read(String feed) throws Exception {
    byte[] bytes = open(feed).andReturn().getResponse().getContentAsByteArray();
    return new CalendarBuilder().build(new ByteArrayInputStream(bytes));
  }

  private static VEvent event(List<VEvent> events, ClosedDay entry) {
    return events.stream()
        .filter(event -> value(event, Property.UID).startsWith(entry.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private static String value(VEvent event, String property) {
    return event.getRequiredProperty(property).getValue();
  }
}
