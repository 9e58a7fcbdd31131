package org.libpass.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looked is kept once for a person, a kind of page and an hour. */
@LibpassTest
abstract class LooksPaths {

  private static final String ONE = "librarian.ntut";
  private static final String OTHER = "librarian.ntut.2";

  @Autowired private Looks looks;
  @Autowired private People people;
  @Autowired private TestTime time;

  private UUID reader;
  private Instant start;

  @BeforeEach
  void aReader() {
    reader = people.student(new SchoolCode("NTUT"));
    start = time.clock().instant();
  }

  @AfterEach
  void backToTheStart() {
    time.set(TestTime.START);
  }

  @Test
  void onceForAPersonAPageAndAnHour() {
    looks.looked(reader, ONE, Look.Place.READER);
    time.set(start.plus(Duration.ofMinutes(59)));
    looks.looked(reader, ONE, Look.Place.READER);
    looks.looked(reader, ONE, Look.Place.CARD);
    looks.looked(reader, OTHER, Look.Place.READER);
    time.set(start.plus(Duration.ofMinutes(60)));
    looks.looked(reader, ONE, Look.Place.READER);

    assertThat(looks.of(reader, 0, 10))
        .containsExactly(
            new Look(ONE, Look.Place.READER, start.plus(Duration.ofMinutes(60))),
            new Look(ONE, Look.Place.CARD, start.plus(Duration.ofMinutes(59))),
            new Look(OTHER, Look.Place.READER, start.plus(Duration.ofMinutes(59))),
            new Look(ONE, Look.Place.READER, start));
    assertThat(looks.of(reader, 1, 1))
        .containsExactly(new Look(ONE, Look.Place.CARD, start.plus(Duration.ofMinutes(59))));
  }

  @Test
  void aLookAtAnotherReaderIsNoLookAtThisOne() {
    looks.looked(people.student(new SchoolCode("NTUT")), ONE, Look.Place.READER);
    looks.looked(UUID.randomUUID(), ONE, Look.Place.READER);

    assertThat(looks.of(reader, 0, 10)).isEmpty();
  }

  @Test
  void manyTabsAtOnceKeepOneAndNoneFails() throws Exception {
    ExecutorService tabs = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> opened =
          IntStream.range(0, 40)
              .<Callable<Void>>mapToObj(
                  any ->
                      () -> {
                        looks.looked(reader, ONE, Look.Place.TASK);
                        return null;
                      })
              .toList();
      for (Future<Void> tab : tabs.invokeAll(opened)) {
        tab.get();
      }
    } finally {
      tabs.shutdown();
    }

    assertThat(looks.of(reader, 0, 10)).extracting(Look::place).containsExactly(Look.Place.TASK);
  }
}
