package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.RuleView.Effect;
import org.libpass.policy.RuleView.Kind;
import org.libpass.policy.RuleView.Word;

/** Takes rules apart for pages. */
final class RuleViews {

  private final Rule rule;
  private final List<Word> words = new ArrayList<>();

  private RuleViews(Rule rule) {
    this.rule = rule;
  }

  /**
   * The rules of both, by question and then in the order in which they count.
   *
   * @param own the school's, of another name than the alliance's or in place of it
   */
  static List<RuleSides> sides(List<Rule> alliance, List<Rule> own) {
    Map<String, Rule> schools = new LinkedHashMap<>();
    own.forEach(rule -> schools.put(rule.name(), rule));
    List<Placed> placed = new ArrayList<>();
    for (Rule rule : alliance) {
      Rule replacement = schools.remove(rule.name());
      RuleView view = replacement == null ? null : of(replacement);
      placed.add(new Placed(rule, new RuleSides(of(rule), view)));
    }
    schools.values().forEach(rule -> placed.add(new Placed(rule, new RuleSides(null, of(rule)))));
    return placed.stream()
        .sorted(Comparator.comparing(one -> one.rule().asked()))
        .map(Placed::sides)
        .toList();
  }

  private record Placed(Rule rule, RuleSides sides) {}

  private static RuleView of(Rule rule) {
    return new RuleView(
        rule.name(),
        rule.alliance(),
        rule.locked(),
        rule.file(),
        rule.line(),
        rule.asked().word(),
        new RuleViews(rule).when(),
        rule.calls().stream().map(call -> effect(rule, call)).toList(),
        rule.text());
  }

  private static Effect effect(Rule rule, Verb.Call call) {
    String verb = call.verb().name();
    if (!call.texts().isEmpty()) {
      boolean ownText = call.texts().size() > 1;
      Reason reason =
          new Reason(
              call.texts().get(0),
              ownText ? call.texts().get(1) : null,
              ownText ? call.texts().get(2) : null,
              rule.name(),
              rule.file(),
              rule.line(),
              0);
      return new Effect(verb, reason, List.of(), null);
    }
    if (call.verb() == Verb.NOT_LATER_THAN) {
      return new Effect(verb, null, List.of(), LocalDate.ofEpochDay(call.figures().get(0)));
    }
    return new Effect(verb, null, call.figures(), null);
  }

  private List<Word> when() {
    List<Condition> conditions =
        rule.looks().stream().map(Rule.Look::condition).filter(RuleViews::says).toList();
    parts(conditions, Kind.AND, null);
    return words;
  }

  /** Whether it is more than the mention of a fact or the name for a field. */
  private static boolean says(Condition condition) {
    return !(condition instanceof All all) || all.parts().stream().anyMatch(RuleViews::says);
  }

  /**
   * @param around what it is a part of: AND, OR or NOT; null when it stands alone
   */
  private void add(Condition condition, @Nullable Kind around) {
    if (condition instanceof All all) {
      parts(all.parts().stream().filter(RuleViews::says).toList(), Kind.AND, around);
    } else if (condition instanceof Any any) {
      parts(any.parts(), Kind.OR, around);
    } else if (condition instanceof Not not) {
      words.add(Word.of(Kind.NOT));
      add(not.part(), Kind.NOT);
    } else if (condition instanceof Test test) {
      term(test.left());
      words.add(new Word(Kind.COMPARISON, test.comparison().name()));
      term(test.right());
    }
  }

  private void parts(List<Condition> parts, Kind between, @Nullable Kind around) {
    if (parts.size() == 1) {
      add(parts.get(0), around);
      return;
    }
    boolean bracketed = around != null && around != between;
    if (bracketed) {
      words.add(Word.of(Kind.OPEN));
    }
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        words.add(Word.of(between));
      }
      add(parts.get(i), between);
    }
    if (bracketed) {
      words.add(Word.of(Kind.CLOSE));
    }
  }

  private void term(Term term) {
    if (term instanceof Ref ref) {
      String fact = rule.looks().get(ref.pattern()).fact().name();
      words.add(new Word(Kind.FIELD, fact + "." + ref.field().name()));
    } else if (term instanceof Calculation calculation) {
      term(calculation.left());
      words.add(new Word(Kind.SIGN, String.valueOf(calculation.sign())));
      term(calculation.right());
    } else if (term instanceof Literal literal) {
      words.add(literal(literal.value()));
    }
  }

  private static Word literal(@Nullable Object value) {
    if (value == null) {
      return Word.of(Kind.UNKNOWN);
    }
    String text = value.toString();
    if (value instanceof Integer) {
      return new Word(Kind.NUMBER, text);
    }
    if (value instanceof LocalDate) {
      return new Word(Kind.DATE, text);
    }
    return new Word(value instanceof Boolean ? Kind.TRUTH : Kind.TEXT, text);
  }
}
