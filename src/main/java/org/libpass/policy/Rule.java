package org.libpass.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.libpass.policy.Condition.All;
import org.libpass.policy.Condition.Any;
import org.libpass.policy.Condition.Calculation;
import org.libpass.policy.Condition.Not;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Condition.Test;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;

/**
 * A rule as it was read and found good.
 *
 * @param alliance whether it stands in the alliance's file
 * @param locked whether no school may replace it
 * @param looks the facts that it looks at, without the question
 * @param text as it is written, for people
 * @param warnings what its author may not have meant
 */
record Rule(
    String name,
    boolean alliance,
    boolean locked,
    String file,
    int line,
    Asked asked,
    List<Look> looks,
    List<Verb.Call> calls,
    String text,
    List<RulesWarning> warnings) {

  /** One fact and what must hold of it. */
  record Look(Fact fact, Condition condition) {}

  /** Whether it holds in every case of its question. */
  boolean unconditional() {
    return looks.isEmpty();
  }

  /** Whether people take its name and another's for one: without spaces, width and case. */
  boolean isNamedLike(Rule other) {
    return Texts.likeness(name).equals(Texts.likeness(other.name));
  }

  /** Whether it sets this figure. */
  boolean sets(Verb figure) {
    return calls.stream().anyMatch(call -> call.verb().figure() == figure);
  }

  /** Sets its figures; one that is there already is replaced. */
  void setInto(Map<Verb, Verb.Call> figures) {
    for (Verb.Call call : calls) {
      if (!call.verb().decides()) {
        figures.put(call.verb().figure(), call);
      }
    }
  }

  /** Whether it must wait until the limits are settled. */
  boolean looksAtLimits() {
    return looks.stream().anyMatch(look -> look.fact().type() == Limits.class);
  }

  /** The fields of which the rule itself says what unknown means. */
  Set<Ref> asksForUnknown() {
    Set<Ref> asked = new LinkedHashSet<>();
    for (Look look : looks) {
      eachTest(
          look.condition(),
          test -> {
            if (test.asksForUnknown()) {
              asked.addAll(refs(test));
            }
          });
    }
    return asked;
  }

  /** The fields that may be unknown and that a look at a fact relies on without asking. */
  static Set<Ref> reliesOn(Look look, Set<Ref> asksForUnknown) {
    Set<Ref> fields = new LinkedHashSet<>();
    eachTest(
        look.condition(),
        test ->
            refs(test).stream()
                .filter(ref -> ref.field().mayBeUnknown() && !asksForUnknown.contains(ref))
                .forEach(fields::add));
    return fields;
  }

  /** The fields that a comparison names. */
  static List<Ref> refs(Test test) {
    List<Ref> refs = new ArrayList<>();
    collect(test.left(), refs);
    collect(test.right(), refs);
    return refs;
  }

  private static void collect(Term term, List<Ref> refs) {
    if (term instanceof Ref ref) {
      refs.add(ref);
    } else if (term instanceof Calculation calculation) {
      collect(calculation.left(), refs);
      collect(calculation.right(), refs);
    }
  }

  static void eachTest(Condition condition, Consumer<Test> visitor) {
    if (condition instanceof All all) {
      all.parts().forEach(part -> eachTest(part, visitor));
    } else if (condition instanceof Any any) {
      any.parts().forEach(part -> eachTest(part, visitor));
    } else if (condition instanceof Not not) {
      eachTest(not.part(), visitor);
    } else if (condition instanceof Test test) {
      visitor.accept(test);
    }
  }
}
