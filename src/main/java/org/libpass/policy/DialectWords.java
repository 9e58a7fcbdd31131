package org.libpass.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.libpass.policy.Vocabulary.Asked;

/**
 * All words that a rule file may use, in both languages, for an editor that colours and offers
 * them.
 *
 * @param keywords what holds a rule together, and what stands between conditions
 * @param questions in the order of the documentation
 */
public record DialectWords(List<Term> keywords, List<Question> questions) {

  public DialectWords {
    keywords = List.copyOf(keywords);
    questions = List.copyOf(questions);
  }

  /** A word in both languages. */
  public record Term(String en, String zh) {

    private static Term of(Name name) {
      return new Term(name.en(), name.zh());
    }
  }

  /**
   * A question, with the facts that a rule for it may look at and the verbs that it may end with.
   */
  public record Question(Term name, List<Fact> facts, List<Word> verbs) {}

  /** A fact with its fields. */
  public record Fact(Term name, List<Word> fields) {}

  /**
   * A field or a verb.
   *
   * @param kind of a field {@code NUMBER}, {@code TRUTH}, {@code TEXT} or {@code DATE}; of a verb
   *     what it takes: {@code NOTHING}, {@code NUMBER}, {@code NUMBERS}, {@code DATE} or {@code
   *     REASON}
   */
  public record Word(Term name, String kind) {}

  /** The words that this owner's rules may use. */
  public static DialectWords of(RuleOwner owner) {
    return new DialectWords(
        Spelling.WORDS.entrySet().stream()
            .map(entry -> new Term(entry.getValue(), entry.getKey()))
            .sorted(Comparator.comparing(Term::en))
            .toList(),
        Arrays.stream(Asked.values()).map(asked -> question(asked, owner)).toList());
  }

  private static Question question(Asked asked, RuleOwner owner) {
    return new Question(
        Term.of(asked.named()),
        asked.facts().values().stream().map(DialectWords::fact).toList(),
        Arrays.stream(Verb.values())
            .filter(verb -> verb.fits(asked) && (owner.isAlliance() || !verb.allianceOnly()))
            .map(verb -> new Word(Term.of(verb.named()), verb.takes().name()))
            .toList());
  }

  private static Fact fact(Vocabulary.Fact fact) {
    return new Fact(
        Term.of(fact.named()),
        fact.fields().values().stream()
            .map(field -> new Word(Term.of(field.named()), field.type().name()))
            .toList());
  }
}
