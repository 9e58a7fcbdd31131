package org.libpass.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.reader.Reader.Status;

/** From which standing a reader may be suspended, and let borrow again. */
class StandingTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static Stream<Arguments> legal() {
    return Stream.of(
        Arguments.of("suspend", step(Reader::suspend), Status.ACTIVE, Status.SUSPENDED),
        Arguments.of("lift", step(Reader::lift), Status.SUSPENDED, Status.ACTIVE));
  }

  @ParameterizedTest(name = "{0} from {2}")
  @MethodSource("legal")
  void oneStandingAllowsIt(String name, Consumer<Reader> step, Status from, Status next) {
    Reader reader = in(from);
    step.accept(reader);
    assertThat(reader.status()).isEqualTo(next);
  }

  private static Stream<Arguments> illegal() {
    return legal()
        .flatMap(
            row ->
                Arrays.stream(Status.values())
                    .filter(other -> other != row.get()[2])
                    .map(other -> Arguments.of(row.get()[0], row.get()[1], other)));
  }

  @ParameterizedTest(name = "{0} from {2}")
  @MethodSource("illegal")
  void allOthersRefuseAndStay(String name, Consumer<Reader> step, Status from) {
    Reader reader = in(from);
    assertThatThrownBy(() -> step.accept(reader)).isInstanceOf(IllegalStateException.class);
    assertThat(reader.status()).isEqualTo(from);
  }

  @Test
  void whoIsSuspendedMayNotAskForActivation() {
    assertThat(in(Status.SUSPENDED).mayAskForActivation()).isFalse();
    assertThat(in(Status.SUSPENDED).isActive()).isFalse();
  }

  @Test
  void nobodyLeavesUnlessItIsSaid() {
    assertThat(in(Status.ACTIVE).leavingFrom()).isNull();
    assertThat(in(Status.ACTIVE).isLeaving(DAY)).isFalse();
  }

  private static Consumer<Reader> step(Consumer<Reader> step) {
    return step;
  }

  private static Reader in(Status status) {
    Reader reader = new Reader(UUID.randomUUID(), "NTUT", "s1", "zh-TW");
    reader.become(status);
    return reader;
  }
}
