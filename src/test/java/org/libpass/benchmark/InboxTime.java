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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.InboxList;
import org.libpass.testing.LibpassTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/**
 * The server's time for the inbox of a school with ten open tasks, with as many as fill a page, and
 * with ten thousand, in turn in the same run: what counts is the ratios.
 */
@LibpassTest
@AutoConfigureMockMvc
abstract class InboxTime {

  private static final int WARM_UP = 60;
  private static final int COUNTED = 31;

  private static final List<String> PAGES =
      List.of(
          "/inbox",
          "/inbox?kind=ACTIVATION",
          "/inbox?kind=OVERDUE",
          "/inbox?show=NOBODYS",
          "/inbox?show=MINE",
          "/inbox?show=LATE",
          "/inbox?q=bench-00007",
          "/inbox?q=bench",
          "/inbox?page=200");

  @Autowired MockMvc mvc;
  @Autowired NamedParameterJdbcOperations jdbc;
  @Autowired TaipeiClock clock;

  @Test
  void report() throws Exception {
    Map<String, Integer> schools = new LinkedHashMap<>();
    schools.put("just", 10);
    schools.put("tnu", InboxList.PAGE);
    schools.put("lit", 10_000);
    List<Cookie> librarians = new ArrayList<>();
    for (Map.Entry<String, Integer> school : schools.entrySet()) {
      open(school.getKey().toUpperCase(Locale.ROOT), school.getValue());
      librarians.add(librarian("librarian." + school.getKey()));
    }
    // What a database does by itself some minutes after so many rows have come in.
    jdbc.getJdbcOperations().execute("analyze");
    System.out.printf(
        "%-26s %10s %10s %10s %10s %10s%n", "page", "10 ms", "50 ms", "10000 ms", "/ 10", "/ 50");
    for (String page : PAGES) {
      List<List<Double>> times =
          librarians.stream().<List<Double>>map(one -> new ArrayList<>()).toList();
      for (int visit = -WARM_UP; visit < COUNTED; visit++) {
        for (int i = 0; i < times.size(); i++) {
          double took = millis(librarians.get(i), page);
          if (visit >= 0) {
            times.get(i).add(took);
          }
        }
      }
      List<Double> middles = times.stream().map(InboxTime::middle).toList();
      double most = middles.get(2);
      System.out.printf(
          "%-26s %10.2f %10.2f %10.2f %10.2f %10.2f%n",
          page, middles.get(0), middles.get(1), most, most / middles.get(0), most / middles.get(1));
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
              .addValue("number", String.format(Locale.ROOT, "bench-%05d", i))
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
