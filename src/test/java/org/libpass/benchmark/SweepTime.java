package org.libpass.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libpass.benchmark.Questions.Heard;
import org.libpass.card.CardApplications;
import org.libpass.card.CardApplications.Answer;
import org.libpass.circulation.LoanDetection;
import org.libpass.ils.Connections;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Application;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a sweep takes over all slots in use at all 39 schools' library systems, beside what the
 * slowest of them makes it take at least; and whether two that fail delay the others.
 */
@LibpassTest
@Import(Everywhere.class)
abstract class SweepTime {

  /** It takes every question and answers none. */
  static final SchoolCode SILENT = new SchoolCode("SJU");

  /** It answers with noise. */
  static final SchoolCode GARBLED = new SchoolCode("LHU");

  /** Questions that can be under way when the third has failed, it included. */
  private static final int BEFORE_GIVING_UP = 4;

  /** What must be as before after any number of sweeps without a book lent. */
  private static final List<String> KEPT =
      List.of("card", "loan", "card_event", "slot", "observation", "disagreement", "desk_step");

  @Autowired People people;
  @Autowired Schools schools;
  @Autowired CardApplications applications;
  @Autowired Policies policies;
  @Autowired LoanDetection detection;
  @Autowired Connections connections;
  @Autowired Standin standins;
  @Autowired Everywhere.Systems everywhere;
  @Autowired Questions questions;
  @Autowired JdbcClient jdbc;
  @Autowired TestTime time;
  @Autowired TaipeiClock clock;

  /** How many schools have cards. */
  abstract int homes();

  /** How many cards each of them has. */
  abstract int slots();

  /**
   * How long a library system takes for an answer.
   *
   * @param place of the school among the 39, from 0
   */
  abstract Duration responseTime(int place);

  /** What the report calls the database. */
  abstract String kind();

  /** Takes what is known of a sweep at its end. */
  abstract void over(Sweep sweep);

  /** Takes the report. */
  abstract void show(String report);

  @Test
  void report() throws Exception {
    List<SchoolCode> all = schools.all().stream().map(School::code).sorted().toList();
    assertThat(all).hasSize(39).allMatch(connections::has);
    double prepared = issueCards(all.subList(0, homes()));
    for (int place = 0; place < all.size(); place++) {
      everywhere.setResponseTime(all.get(place), responseTime(place));
    }
    Map<String, Set<Map<String, Object>>> before = kept();

    Sweep first = assertAllAsked(sweep("the first"), Set.of());
    Sweep good = assertAllAsked(sweep("all answer"), Set.of());
    Sweep faulty = assertAllAsked(sweepWithFaults(), Set.of(SILENT, GARBLED));

    assertThat(failing()).isEqualTo(Map.of(SILENT, due(SILENT), GARBLED, due(GARBLED)));
    assertThat(kept()).as("no card has changed").isEqualTo(before);
    show(
        "%n%s, %d cards issued in %.0f s%n".formatted(kind(), before.get("card").size(), prepared)
            + faulty.comparedTo(good)
            + faulty.givenUp(SILENT)
            + faulty.givenUp(GARBLED));
  }

  /** Through the use cases, as readers and librarians would; returns how many seconds it took. */
  private double issueCards(List<SchoolCode> homes) throws Exception {
    questions.begin();
    List<SchoolCode> ofEach =
        homes.stream().flatMap(home -> Collections.nCopies(open(home), home).stream()).toList();
    AtOnce.each(
        ofEach,
        home -> {
          UUID reader = people.activeStudent(home);
          Answer answer = applications.apply(reader);
          if (answer instanceof Answer.Referred referred) {
            answer = applications.approve(referred.application(), reader, People.LIBRARIAN);
          }
          assertThat(answer).isInstanceOf(Answer.Issued.class);
          return answer;
        });
    return questions.seconds();
  }

  /** As many cards as there are slots, or fewer where the school's own rule says so. */
  private int open(SchoolCode home) {
    return Math.min(slots(), policies.limits(home, new Application()).openCardsPerSchool());
  }

  /** All is due again after an hour, when every library is still open. */
  private Sweep sweep(String name) {
    time.set(clock.instant().plus(Duration.ofHours(1)));
    questions.begin();
    detection.sweep();
    Map<SchoolCode, Double> least = new TreeMap<>();
    Map<SchoolCode, Heard> heard = questions.heard();
    heard.forEach(
        (school, it) ->
            least.put(
                school,
                it.asked()
                    * (everywhere.responseTime(school).toNanos() / 1e9)
                    / connections.width(school)));
    return new Sweep(name, heard, least);
  }

  private Sweep sweepWithFaults() {
    standins.setFault(SILENT, StandinFault.SILENT);
    standins.setFault(GARBLED, StandinFault.GARBLED);
    try {
      return sweep("one silent, one garbled");
    } finally {
      standins.setFault(SILENT, StandinFault.NONE);
      standins.setFault(GARBLED, StandinFault.NONE);
    }
  }

  private Sweep assertAllAsked(Sweep sweep, Set<SchoolCode> faulty) {
    over(sweep);
    assertThat(sweep.schools()).hasSize(39);
    sweep
        .schools()
        .forEach(
            (school, heard) -> {
              if (faulty.contains(school)) {
                assertThat(heard.answered()).as(school + " answers").isZero();
                assertThat(heard.asked()).as(school + " asked").isBetween(3, BEFORE_GIVING_UP);
              } else {
                assertThat(heard.asked()).as(school + " asked").isEqualTo(due(school));
                assertThat(heard.answered()).as(school + " answers").isEqualTo(due(school));
              }
            });
    return sweep;
  }

  /** How many cards a school is asked about: all but those of its own readers. */
  private int due(SchoolCode lender) {
    return jdbc.sql("select count(*) from card where school <> :school")
        .param("school", lender.value())
        .query(Integer.class)
        .single();
  }

  /** About how many cards each school could not be asked. */
  private Map<SchoolCode, Integer> failing() {
    return jdbc
        .sql("select lender from slot_watch where failing_since is not null")
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toMap(SchoolCode::new, any -> 1, Integer::sum));
  }

  private Map<String, Set<Map<String, Object>>> kept() {
    return KEPT.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                table -> new HashSet<>(jdbc.sql("select * from " + table).query().listOfRows())));
  }
}
