package org.libpass.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision.Outcome;
import org.libpass.policy.Replayed.Changed;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;
import org.libpass.policy.Vocabulary.Type;
import org.libpass.school.SchoolCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides kept decisions again, on rules that need not be live. Each is asked with the facts of
 * that time and on the day of that time; a fact's field that was not kept then is unknown where it
 * may be, and else as in a clean case.
 */
final class Replay {

  /** So many are decided again at most. */
  static final int MOST = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Function<SchoolCode, Asking> draft;
  private final Map<SchoolCode, Asking> drafts = new HashMap<>();
  private final List<Changed> changed = new ArrayList<>();
  private int same;
  private int impossible;

  private Replay(Function<SchoolCode, Asking> draft) {
    this.draft = draft;
  }

  /** Decides a case. */
  @FunctionalInterface
  interface Asking {
    Decision decide(PolicyCase one);
  }

  /**
   * Decides again the first {@value #MOST} of these.
   *
   * @param draft the rules that a school would have
   */
  static Replayed of(List<KeptDecision> kept, Function<SchoolCode, Asking> draft) {
    Replay replay = new Replay(draft);
    kept.stream().limit(MOST).forEach(replay::again);
    return new Replayed(replay.same, replay.impossible, replay.changed);
  }

  private void again(KeptDecision kept) {
    Optional<PolicyCase> one = theCase(kept);
    if (one.isEmpty()) {
      impossible++;
      return;
    }
    Decision now = drafts.computeIfAbsent(kept.school(), draft).decide(one.get());
    List<Replayed.Figure> figures = figures(Asked.of(one.get().question()), kept, now);
    if (kept.outcome() == now.outcome()
        && keys(kept.reasons()).equals(keys(now.reasons()))
        && figures.isEmpty()) {
      same++;
    } else {
      changed.add(new Changed(kept, now, figures));
    }
  }

  private static Set<String> keys(List<Reason> reasons) {
    return reasons.stream().map(Reason::key).collect(Collectors.toSet());
  }

  /** Nothing is given to who is refused. */
  private static List<Replayed.Figure> figures(Asked asked, KeptDecision kept, Decision now) {
    if (kept.outcome() == Outcome.REFUSED && now.outcome() == Outcome.REFUSED) {
      return List.of();
    }
    return Figures.of(asked).stream()
        .filter(Figure::isGiven)
        .filter(figure -> !figure.of(kept.limits()).equals(figure.of(now.limits())))
        .map(
            figure ->
                new Replayed.Figure(
                    figure.name(),
                    figure.title(),
                    figure.said(kept.limits()),
                    figure.said(now.limits())))
        .toList();
  }

  private static Optional<PolicyCase> theCase(KeptDecision kept) {
    Asked asked = Asked.byWord(kept.question()).orElse(null);
    if (asked == null) {
      return Optional.empty();
    }
    CaseFacts facts = new CaseFacts(asked).unknownWhereAbsent();
    try {
      JsonNode inputs = JSON.readTree(kept.inputs());
      for (Fact fact : CaseFacts.facts(asked)) {
        // Anything else that was kept beside the facts, such as who asked, is for people.
        if (inputs.path(fact.name()).isObject()) {
          take(fact, inputs.get(fact.name()), facts);
        }
      }
    } catch (JacksonException | DateTimeException | RuleFileException e) {
      return Optional.empty();
    }
    return facts.lacksAFact()
        ? Optional.empty()
        : Optional.of(facts.in(RuleOwner.of(kept.school()), TaipeiClock.dateOf(kept.madeAt())));
  }

  private static void take(Fact fact, JsonNode values, CaseFacts facts) throws RuleFileException {
    facts.name(fact);
    for (Field one : fact.fields().values()) {
      CaseField field = CaseField.of(fact, one);
      JsonNode value = values.get(field.name());
      if (value != null) {
        facts.put(field, field.take(plain(field, value)));
      }
    }
  }

  private static @Nullable Object plain(CaseField field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isInt()) {
      return value.asInt();
    }
    return field.type() == Type.DATE ? LocalDate.parse(value.asString()) : value.asString();
  }
}
