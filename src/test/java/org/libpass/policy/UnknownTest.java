package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.Cases.ReaderCase;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.facts.Activation;
import org.libpass.policy.facts.Application;

@DisplayName("A condition on something unknown")
class UnknownTest {

  private static final String ACROSS =
      "Reader( $n : overdueItems ) School( openCards > $n, freeSlots > 0 )";

  @TempDir static Path directory;
  private static Policies policies;

  static Stream<Arguments> cases() {
    ReaderCase noIdentity = steve().identity(null);
    ReaderCase nothing = noIdentity.unit(null).overdueItems(null).owesFine(null);
    return Stream.of(
        arguments("identity == \"校友\"", noIdentity, "unknown-identity"),
        arguments("identity != \"校友\"", noIdentity, "unknown-identity"),
        arguments("!( identity == \"校友\" )", noIdentity, "unknown-identity"),
        arguments("identity in ( \"校友\", \"眷屬\" )", noIdentity, "unknown-identity"),
        arguments("identity not in ( \"校友\" )", noIdentity, "unknown-identity"),
        arguments("overdueItems >= 0", nothing, "unknown-overdueItems"),
        arguments("overdueItems * 2 + 1 > 0", nothing, "unknown-overdueItems"),
        arguments("owesFine", nothing, "unknown-owesFine"),
        arguments("!owesFine", nothing, "unknown-owesFine"),
        // What is known decides where it can.
        arguments("identity == \"校友\", openCards > 3", noIdentity, ""),
        arguments("identity == \"校友\" && openCards > 3", noIdentity, ""),
        arguments("identity == \"校友\" || openCards >= 0", noIdentity, "test"),
        arguments("identity == \"校友\" || openCards > 3", noIdentity, "unknown-identity"),
        arguments("identity == \"校友\" || unit == \"x\"", nothing, "unknown-identity unknown-unit"),
        // The rule itself says what unknown means.
        arguments("identity == null", noIdentity, "test"),
        arguments("identity == null || identity == \"校友\"", noIdentity, "test"),
        arguments("identity != null && identity == \"校友\"", noIdentity, ""),
        arguments("identity != null, identity != \"校友\"", noIdentity, ""),
        arguments("identity != null, identity != \"校友\"", steve(), "test"),
        // Nothing is unknown.
        arguments("identity == \"校友\"", steve().identity("校友"), "test"),
        arguments("identity == \"校友\"", steve(), ""),
        arguments("identity != \"校友\"", steve(), "test"),
        arguments("!( openCards > 0 || suspended )", steve(), "test"),
        arguments("openCards + 2 * 3 == 6", steve(), "test"),
        arguments("openCards - 1 == -1", steve(), "test"),
        arguments("openCards + 999999999 * 999999999 > 0", steve(), "test"),
        arguments("openCards - 999999999 * 999999999 < 0", steve(), "test"),
        arguments("$n : openCards, $n == 0", steve(), "test"));
  }

  /** One rule base for all: each condition is a rule of its own, which refers with "test". */
  @BeforeAll
  static void rulesForAllCases() {
    String own =
        cases()
            .map(one -> (String) one.get()[0])
            .distinct()
            .map(condition -> rule(condition, "Reader( " + condition + " )"))
            .collect(Collectors.joining());
    policies =
        new RulesOnDisk(directory)
            .allianceAlso(own + rule("across", ACROSS))
            .school(
                NTUT,
                "rule \"開通審核\" when Activation() Reader( identity == \"專任教師\" )",
                "then decision.grant(); end",
                "rule \"教師\" when Application() Reader( identity == \"專任教師\" )",
                "then limits.validDays(8); end",
                "rule \"逾期未還\" when Application() then decision.grant(); end")
            .start();
  }

  private static String rule(String condition, String written) {
    return "rule \""
        + name(condition)
        + "\" when Application() "
        + written
        + " then decision.refer(\"test\", \"試\", \"test\"); end\n";
  }

  private static String name(String condition) {
    return condition.replace('"', '-');
  }

  @ParameterizedTest(name = "Reader( {0} ) → {2}")
  @MethodSource("cases")
  void decides(String condition, ReaderCase reader, String expected) {
    assertThat(said(name(condition), reader)).isEqualTo(expected);
  }

  @Test
  void isComparedAcrossFactsLikewise() {
    assertThat(said("across", steve().overdueItems(6))).isEqualTo("test");
    assertThat(said("across", steve().overdueItems(7))).isEmpty();
    assertThat(said("across", steve().overdueItems(null))).isEqualTo("unknown-overdueItems");
  }

  @Test
  void neverGrants() {
    Decision decision = policies.decide(NTUT, new Activation(), steve().identity(null).now());

    assertThat(decision.outcome()).isEqualTo(Outcome.REFERRED);
    assertThat(decision.reasons()).extracting(Reason::key).containsExactly("unknown-identity");
  }

  @Test
  void givesNoMoreDaysAndRefers() {
    Decision decision = apply(steve().identity(null));

    assertThat(decision.limits().validDays()).isEqualTo(3);
    assertThat(said("教師", steve().identity(null))).isEqualTo("unknown-identity");
    assertThat(apply(steve().identity("專任教師")).limits().validDays()).isEqualTo(8);
  }

  private static Decision apply(ReaderCase reader) {
    return policies.decide(NTUT, new Application(), reader.now(), FREE_SCHOOL);
  }

  /** What one rule said of the reader. */
  private static String said(String rule, ReaderCase reader) {
    return apply(reader).reasons().stream()
        .filter(reason -> reason.rule().equals(rule))
        .map(Reason::key)
        .collect(Collectors.joining(" "));
  }
}
