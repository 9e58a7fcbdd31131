package org.libpass.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.testing.LibpassTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/**
 * The server's time for the inbox of a school with ten open tasks and of one with ten thousand, in
 * turn in the same run: what counts is the ratio.
 */
@LibpassTest
@AutoConfigureMockMvc
abstract class InboxTime {

  private static final int FEW = 10;
  private static final int MANY = 10_000;
  private static final int WARM_UP = 30;
  private static final int COUNTED = 31;

  private static final List<String> PAGES =
      List.of(
          "/inbox",
          "/inbox?kind=ACTIVATION",
          "/inbox?kind=OVERDUE",
          "/inbox?show=NOBODYS",
          "/inbox?show=MINE",
          "/inbox?show=LATE",
          "/inbox?q=bench-7",
          "/inbox?page=200");

  @Autowired MockMvc mvc;
  @Autowired NamedParameterJdbcOperations jdbc;
  @Autowired TaipeiClock clock;

  @Test
  void report() throws Exception {
    open("JUST", FEW);
    open("LIT", MANY);
    Cookie few = librarian("librarian.just");
    Cookie many = librarian("librarian.lit");
    System.out.printf("%-26s %10s %10s %8s%n", "page", FEW + " ms", MANY + " ms", "ratio");
    for (String page : PAGES) {
      List<Double> shortTimes = new ArrayList<>();
      List<Double> longTimes = new ArrayList<>();
      for (int visit = -WARM_UP; visit < COUNTED; visit++) {
        double one = millis(few, page);
        double other = millis(many, page);
        if (visit >= 0) {
          shortTimes.add(one);
          longTimes.add(other);
        }
      }
      double one = middle(shortTimes);
      double other = middle(longTimes);
      System.out.printf("%-26s %10.2f %10.2f %8.2f%n", page, one, other, other / one);
    }
  }

  private Cookie librarian(String username) throws Exception {
    MvcResult signedIn =
        mvc.perform(
                post("/staff/sign-in")
                    .param("username", username)
                    .param("password", "demo")
                    .with(csrf()))
            .andReturn();
    Cookie session = signedIn.getResponse().getCookie("libpass-session");
    if (session == null) {
      throw new AssertionError("Not signed in: " + signedIn.getResponse().getStatus());
    }
    return session;
  }

  private double millis(Cookie session, String page) throws Exception {
    long begin = System.nanoTime();
    MvcResult answer = mvc.perform(get(page).cookie(session)).andReturn();
    long took = System.nanoTime() - begin;
    assertThat(answer.getResponse().getStatus()).isEqualTo(200);
    return took / 1e6;
  }

  private static double middle(List<Double> times) {
    times.sort(Comparator.naturalOrder());
    return times.get(times.size() / 2);
  }

  /** Rows as they stand after so many readers have asked for activation; no process behind them. */
  private void open(String school, int count) {
    MapSqlParameterSource[] rows = new MapSqlParameterSource[count];
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    for (int i = 0; i < count; i++) {
      rows[i] =
          new MapSqlParameterSource("task", UUID.randomUUID().toString())
              .addValue("school", school)
              .addValue("subject", UUID.randomUUID())
              .addValue("reader", UUID.randomUUID())
              .addValue("number", "bench-" + i)
              .addValue("name", String.format(Locale.ROOT, "林%05d", i))
              .addValue("at", now.minusMinutes(count - i))
              .addValue("target", clock.today().plusDays(i % 5 - 2))
              .addValue("who", i % 10 == 0 ? "librarian." + school.toLowerCase(Locale.ROOT) : null);
    }
    jdbc.batchUpdate(
        "insert into reader (id, version, school, number, name, status, language, language_chosen,"
            + " asked_at) values (:reader, 0, :school, :number, :name, 'PENDING', 'zh-TW', false,"
            + " :at)",
        rows);
    jdbc.batchUpdate(
        "insert into act_ru_task (id_, rev_, task_def_key_, assignee_)"
            + " values (:task, 1, 'activationReview', :who)",
        rows);
    jdbc.batchUpdate(
        "insert into inbox_task (task, kind, school, subject, opened_at, target, reader)"
            + " values (:task, 'ACTIVATION', :school, :subject, :at, :target, :reader)",
        rows);
  }
}
