package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.policy.Cases.FREE_SCHOOL;
import static org.libpass.policy.Cases.PRINTED_CARD;
import static org.libpass.policy.Cases.steve;
import static org.libpass.policy.RulesOnDisk.CUTE;
import static org.libpass.policy.RulesOnDisk.NTUT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.facts.Application;
import org.libpass.policy.facts.Lending;
import org.libpass.policy.facts.Reader;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A decision is kept")
class DecisionsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00.123456Z");

  private final JsonMapper json = JsonMapper.builder().build();
  private final TaipeiClock clock =
      new TaipeiClock(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO);
  private PolicyTables tables;
  private Policies policies;
  private Decisions decisions;

  @BeforeEach
  void anEmptyDatabase() {
    tables = new PolicyTables();
    PolicyNode node = new PolicyNode(tables, RulesOnDisk.PRODUCT, clock);
    node.disk().start();
    policies = node.policies();
    decisions = new Decisions(tables.jdbc, json, clock);
  }

  @Test
  void withEverythingThatWentInAndCameOut() {
    UUID card = UUID.randomUUID();
    Reader reader = steve().overdueItems(2).owesFine(null).now();
    Decision decision = policies.decide(NTUT, new Application(), reader, FREE_SCHOOL);

    UUID id = decisions.keep(NTUT, "card", card, new Application(), decision, reader, FREE_SCHOOL);

    KeptDecision kept = decisions.find(id).orElseThrow();
    assertThat(kept.madeAt()).isEqualTo(NOW);
    assertThat(kept.school()).isEqualTo(NTUT);
    assertThat(kept.question()).isEqualTo("Application");
    assertThat(kept.subjectKind()).isEqualTo("card");
    assertThat(kept.subject()).isEqualTo(card);
    assertThat(kept.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(kept.reasons()).isEqualTo(decision.reasons()).hasSize(1);
    assertThat(kept.limits()).isEqualTo(decision.limits());
    JsonNode inputs = json.readTree(kept.inputs());
    assertThat(inputs.at("/Reader/overdueItems").asInt()).isEqualTo(2);
    assertThat(inputs.at("/Reader/owesFine").isNull()).as("unknown stays unknown").isTrue();
    assertThat(json.treeToValue(inputs.get("Reader"), Reader.class)).isEqualTo(reader);
    assertThat(inputs.at("/School/openCards").asInt()).isEqualTo(7);
  }

  @Test
  void withTheSchoolsOwnWords() {
    Reader alumnus = steve().identity("校友").now();
    Decision decision = policies.decide(CUTE, new Lending(), alumnus, PRINTED_CARD);

    UUID id =
        decisions.keep(
            CUTE, "card", UUID.randomUUID(), new Lending(), decision, alumnus, PRINTED_CARD);

    assertThat(decisions.find(id).orElseThrow().reasons()).isEqualTo(decision.reasons());
  }

  @Test
  void andReadAlsoIfItIsOlderThanALimit() {
    Decision decision = policies.decide(NTUT, new Application(), steve().now(), FREE_SCHOOL);
    UUID id = decisions.keep(NTUT, "card", UUID.randomUUID(), new Application(), decision);
    tables
        .jdbc
        .sql("update decision set limits = replace(limits, ',\"waitingOfferHours\":0', '')")
        .update();

    assertThat(decisions.find(id).orElseThrow().limits()).isEqualTo(decision.limits());
  }

  @Test
  void soThatItsRulesCanBeReadLater() {
    Decision decision = policies.decide(NTUT, new Application(), steve().now(), FREE_SCHOOL);

    UUID id =
        decisions.keep(NTUT, "card", UUID.randomUUID(), new Application(), decision, FREE_SCHOOL);

    KeptDecision kept = decisions.find(id).orElseThrow();
    assertThat(kept.own()).isEqualTo(decision.rules().own());
    assertThat(tables.versions.find(RuleOwner.of(NTUT), kept.own()).orElseThrow().texts().rules())
        .isEqualTo(RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("NTUT/policy.drl")));
    assertThat(
            tables.versions.find(RuleOwner.ALLIANCE, kept.alliance()).orElseThrow().texts().rules())
        .isEqualTo(RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/policy.drl")));
  }

  @Test
  void inTheOrderInWhichTheyWereMade() {
    UUID card = UUID.randomUUID();
    Decision first =
        policies.decide(NTUT, new Application(), steve().overdueItems(1).now(), FREE_SCHOOL);
    decisions.keep(NTUT, "card", card, new Application(), first, FREE_SCHOOL);
    clock.advance(Duration.ofMinutes(1));
    Decision second = policies.decide(NTUT, new Application(), steve().now(), FREE_SCHOOL);
    decisions.keep(NTUT, "card", card, new Application(), second, FREE_SCHOOL);

    assertThat(decisions.of(card))
        .extracting(KeptDecision::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.GRANTED);
    assertThat(decisions.of(UUID.randomUUID())).isEmpty();
    assertThat(decisions.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void onlyUnderRulesThatAreKeptToo() {
    Decision decision = policies.decide(NTUT, new Application(), steve().now(), FREE_SCHOOL);
    for (RulesVersion unknown :
        List.of(
            new RulesVersion(0, null, 0, "a draft's"),
            new RulesVersion(1, "NTUT", 99, "a guess"))) {
      Decision strange = new Decision.Granted(decision.limits(), decision.reasons(), unknown);
      assertThatThrownBy(
              () ->
                  decisions.keep(
                      NTUT, "card", UUID.randomUUID(), new Application(), strange, FREE_SCHOOL))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }
}
