package org.libpass.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.school.ClosedDay;
import org.libpass.school.LibraryDay;
import org.libpass.school.OpeningHours;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.libpass.web.Dates;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** When a library is open, in words; today is Monday 2026-11-23, nine in the morning. */
class TripWordsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final SchoolCode CUTE = new SchoolCode("CUTE");

  private final TestTime time = new TestTime();
  private final TripWords words = new TripWords(new Dates(), texts(), time.clock());

  private static ResourceBundleMessageSource texts() {
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasenames("messages/trip", "messages/layout");
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    return texts;
  }

  @BeforeEach
  void chinese() {
    LocaleContextHolder.setLocale(Locale.TAIWAN);
  }

  @AfterEach
  void noLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  private static LibraryDay open(int daysAhead) {
    LocalDate day = MONDAY.plusDays(daysAhead);
    OpeningHours hours =
        new OpeningHours(day.getDayOfWeek(), LocalTime.of(8, 20), LocalTime.of(21, 0));
    return new LibraryDay(day, true, List.of(hours), null);
  }

  private static LibraryDay closed(int daysAhead) {
    return new LibraryDay(MONDAY.plusDays(daysAhead), false, List.of(), null);
  }

  private static LibraryDay closed(int daysAhead, String why, String whyEn) {
    LocalDate day = MONDAY.plusDays(daysAhead);
    ClosedDay entry = ClosedDay.closed(CUTE, day, day, why, whyEn);
    return new LibraryDay(day, false, List.of(), entry);
  }

  private String says(LibraryDay... days) {
    return words.of(List.of(days), Locale.TAIWAN);
  }

  @Test
  void openTodayAndTomorrow() {
    assertThat(says(open(0), open(1), open(2))).isEqualTo("今天開到 21:00；明天 08:20–21:00");
  }

  @Test
  void openTomorrowClosedOnSaturday() {
    assertThat(says(closed(0), open(1), closed(5), closed(6)))
        .isEqualTo("明天 08:20–21:00；今天、星期六、星期日休館");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(words.of(List.of(closed(0), open(1), closed(5)), Locale.ENGLISH))
        .isEqualTo("tomorrow 08:20–21:00; closed today, Saturday");
  }

  @Test
  void theReasonOfAClosingIsSaid() {
    assertThat(
            says(open(0), closed(1, "校慶", "Anniversary"), closed(2, "校慶", "Anniversary"), open(3)))
        .isEqualTo("今天開到 21:00；星期四 08:20–21:00；明天、星期三休館（校慶）");
  }

  @Test
  void whoSetsOutTooLateIsTold() {
    time.set(LocalDateTime.of(2026, 11, 23, 21, 0));
    assertThat(says(open(0), open(1))).isEqualTo("今天已經閉館；明天 08:20–21:00");
    assertThat(words.isReachable(open(0))).isFalse();
    assertThat(words.isReachable(open(1))).isTrue();
  }

  @Test
  void aDayThatIsOpenAlthoughHasNoHours() {
    assertThat(says(new LibraryDay(MONDAY, true, List.of(), null))).isEqualTo("今天開館");
    assertThat(words.isReachable(new LibraryDay(MONDAY, true, List.of(), null))).isTrue();
  }

  @Test
  void aDayBeyondTheWeekIsADate() {
    assertThat(says(closed(7))).isEqualTo("2026-11-30（一）休館");
    assertThat(MONDAY.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
  }
}
