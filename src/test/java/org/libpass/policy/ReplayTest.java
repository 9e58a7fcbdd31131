package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.RulesOnDisk.CUTE;
import static org.libpass.policy.RulesOnDisk.NTCB;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libpass.policy.Decision.Outcome;
import org.libpass.school.SchoolCode;

@DisplayName("Decisions of the past on a draft")
class ReplayTest {

  /** 2026-11-23 in Taipei. */
  private static final Instant ONE_IN_THE_MORNING = Instant.parse("2026-11-22T17:00:00Z");

  private static final String CLEAN =
      "{\"Reader\":{\"identity\":\"學生\",\"unit\":null,\"expired\":false,\"activated\":true,"
          + "\"suspended\":false,\"overdueItems\":0,\"owesFine\":false,\"openCards\":0,"
          + "\"revokedCardsWithLoans\":0},\"School\":{\"openCards\":7,\"freeSlots\":53}}";

  private static final CompiledRules ALLIANCE = Drafts.compiled(Drafts.ALLIANCE);

  private static final CompiledRules STRICT =
      Drafts.school(
          Drafts.NTUT,
          "rule \"使用天數\" when Application() then limits.validDays(2); end",
          "rule \"逾期未還\" when Application() Reader( overdueItems > 2 )",
          "then decision.refuse(\"overdue\"); end");

  private static KeptDecision kept(SchoolCode school, Outcome outcome, String key, String inputs) {
    return kept(school, "Application", outcome, key, inputs);
  }

  private static KeptDecision kept(
      SchoolCode school, String question, Outcome outcome, String key, String inputs) {
    return new KeptDecision(
        UUID.randomUUID(),
        ONE_IN_THE_MORNING,
        school,
        question,
        "card",
        UUID.randomUUID(),
        outcome,
        inputs,
        key.isEmpty() ? List.of() : List.of(new Reason(key, null, null, "x", "x", 1, 1)),
        ALLIANCE.rules().limits(),
        1,
        null);
  }

  private static String with(String field, String value) {
    String changed =
        CLEAN.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[^,}]*)", "\"" + field + "\":" + value);
    assertThat(changed).isNotEqualTo(CLEAN);
    return changed;
  }

  private static Replayed replay(CompiledRules draft, KeptDecision... kept) {
    return Replay.of(List.of(kept), school -> draft::decide);
  }

  @Test
  void areTheSameOnTheSameRules() {
    Replayed replayed =
        replay(
            ALLIANCE,
            kept(NTUT, Outcome.GRANTED, "", CLEAN),
            kept(NTUT, Outcome.REFUSED, "overdue", with("overdueItems", "1")),
            kept(NTUT, Outcome.REFERRED, "unknown-owesFine", with("owesFine", "null")));

    assertThat(replayed).isEqualTo(new Replayed(3, 0, List.of()));
  }

  @Test
  void differInOutcomeReasonsAndFigures() {
    KeptDecision overdue = kept(NTUT, Outcome.REFUSED, "overdue", with("overdueItems", "1"));

    Replayed replayed = replay(STRICT, overdue);

    assertThat(replayed.same()).isZero();
    Replayed.Changed changed = replayed.changed().get(0);
    assertThat(changed.before()).isSameAs(overdue);
    assertThat(changed.after().outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(changed.figures())
        .extracting(Replayed.Figure::name, f -> f.before().zh(), f -> f.after().zh())
        .containsExactly(tuple("validDays", "3", "2"));
  }

  @Test
  void differInAReasonAlone() {
    Replayed replayed =
        replay(ALLIANCE, kept(NTUT, Outcome.REFUSED, "fine", with("overdueItems", "1")));

    assertThat(replayed.changed())
        .singleElement()
        .satisfies(changed -> assertThat(changed.figures()).isEmpty());
  }

  @Test
  void areNotChangedByAFigureOfAnotherQuestion() {
    CompiledRules draft =
        Drafts.school(Drafts.NTUT, "rule \"借期\" when Lending() then limits.loanDays(7); end");

    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", CLEAN)).same()).isEqualTo(1);
  }

  @Test
  void areNotChangedByAFigureThatTheyAreOnlyCountedAgainst() {
    CompiledRules draft =
        Drafts.school(
            Drafts.NTUT, "rule \"每校張數\" when Application() then limits.openCardsPerSchool(7); end");

    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", CLEAN)).changed())
        .as("the quota is reached")
        .singleElement()
        .satisfies(changed -> assertThat(changed.figures()).isEmpty());
    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", CLEAN.replace(":7,", ":6,"))).same())
        .isEqualTo(1);
  }

  @Test
  void areNotChangedByAFigureThatWouldHaveBeenGivenHadTheyNotBeenRefused() {
    assertThat(replay(STRICT, kept(NTUT, Outcome.REFUSED, "fine", with("owesFine", "true"))).same())
        .isEqualTo(1);
  }

  @Test
  void areAskedOfEachSchoolsOwnDraft() {
    Map<SchoolCode, CompiledRules> drafts = Map.of(NTUT, STRICT, CUTE, ALLIANCE);

    Replayed replayed =
        Replay.of(
            List.of(kept(NTUT, Outcome.GRANTED, "", CLEAN), kept(CUTE, Outcome.GRANTED, "", CLEAN)),
            school -> drafts.get(school)::decide);

    assertThat(replayed.same()).isEqualTo(1);
    assertThat(replayed.changed())
        .extracting(changed -> changed.before().school())
        .containsExactly(NTUT);
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        arguments(
            "more than facts", CLEAN.replaceFirst("\\{", "{\"LibrarianAtDesk\":{\"a\":1},"), true),
        arguments(
            "a field that is gone",
            CLEAN.replaceFirst("\"unit\"", "\"colour\":[1],\"unit\""),
            true),
        arguments(
            "a field that is new and may be unknown", CLEAN.replace("\"unit\":null,", ""), true),
        arguments("a field that is new", CLEAN.replace("\"openCards\":0,", ""), true),
        arguments("a number below zero", with("freeSlots", "-1"), true),
        arguments("a fact is missing", CLEAN.replace("School", "Place"), false),
        arguments("a fact is no fact", CLEAN.replaceFirst("\\{\"openCards.*?}", "[]"), false),
        arguments("a number is a text", with("overdueItems", "\"two\""), false),
        arguments("a number is too large", with("overdueItems", "9999999999"), false),
        arguments("known is unknown", with("activated", "null"), false),
        arguments("no JSON", "{\"Reader\":", false),
        arguments("nothing", "", false));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("incomplete")
  void areDecidedAgainIfWhatIsKeptIsEnough(String name, String inputs, boolean enough) {
    Replayed replayed = replay(ALLIANCE, kept(NTCB, Outcome.GRANTED, "", inputs));

    assertThat(replayed.impossible()).isEqualTo(enough ? 0 : 1);
    assertThat(replayed.same() + replayed.changed().size()).isEqualTo(enough ? 1 : 0);
  }

  @Test
  void areNotDecidedAgainWhenNobodyAsksThatAnyMore() {
    assertThat(replay(ALLIANCE, kept(NTCB, "Weather", Outcome.GRANTED, "", CLEAN)).impossible())
        .isEqualTo(1);
  }

  @Test
  void whatWasNotKeptIsUnknownAndNotClean() {
    String kept = CLEAN.replace("\"owesFine\":false,", "");

    assertThat(replay(ALLIANCE, kept(NTCB, Outcome.GRANTED, "", kept)).changed())
        .singleElement()
        .satisfies(
            changed ->
                assertThat(changed.after().reasons())
                    .extracting(Reason::key)
                    .containsExactly("unknown-owesFine"));
  }

  @Test
  void areAskedOnTheirDayInTaipei() {
    CompiledRules draft =
        Drafts.school(
            Drafts.NTUT,
            "rule \"那天\" when Application() Today( date == 2026-11-23 )",
            "then decision.refuse(\"that-day\", \"那天\", \"That day\"); end");

    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", CLEAN)).changed())
        .flatExtracting(changed -> changed.after().reasons())
        .extracting(Reason::key)
        .containsExactly("that-day");
  }

  @Test
  void areAskedAsReadersOfTheirSchoolWhereThatWasNotKept() {
    CompiledRules draft =
        Drafts.school(
            Drafts.NTUT,
            "rule \"自己人\" when Application() Reader( school != \"NTUT\" )",
            "then decision.refuse(\"other\", \"別校\", \"Other school\"); end");

    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", CLEAN)).same()).isEqualTo(1);
    assertThat(replay(draft, kept(CUTE, Outcome.GRANTED, "", CLEAN)).changed()).hasSize(1);
  }

  @Test
  void areAskedWithTheDatesThatWereKept() {
    CompiledRules draft =
        Drafts.school(
            Drafts.NTUT,
            "rule \"快到期\" when Application() Reader( expiry <= 2026-12-31 )",
            "then decision.refuse(\"soon\", \"快到期\", \"Ends soon\"); end");
    String until = CLEAN.replaceFirst("\"unit\"", "\"expiry\":\"2026-12-31\",\"unit\"");
    String longer = until.replace("2026-12-31", "9999-12-31");

    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", longer)).same()).isEqualTo(1);
    assertThat(replay(draft, kept(NTUT, Outcome.GRANTED, "", until)).changed()).hasSize(1);
    assertThat(
            replay(draft, kept(NTUT, Outcome.GRANTED, "", until.replace("-12-31", "-13-31")))
                .impossible())
        .isEqualTo(1);
  }

  @Test
  void areAThousandAtMost() {
    List<KeptDecision> many = Collections.nCopies(1_001, kept(NTCB, Outcome.GRANTED, "", CLEAN));

    assertThat(Replay.of(many, school -> ALLIANCE::decide).same()).isEqualTo(1_000);
  }
}
