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
  public record Question(Term name, List<Fact> facts, List<Call> verbs) {}

  /** A fact with its fields. */
  public record Fact(Term name, List<Field> fields) {}

  /**
   * A field.
   *
   * @param kind {@code NUMBER}, {@code TRUTH}, {@code TEXT} or {@code DATE}
   * @param values the words that it can be compared with, none where these are not known
   */
  public record Field(Term name, String kind, List<String> values) {}

  /**
   * A verb.
   *
   * @param takes what stands between its brackets: {@code NOTHING}, {@code NUMBER}, {@code
   *     NUMBERS}, {@code DATE} or {@code REASON}
   */
  public record Call(Term name, String takes) {}

  /**
   * The words that an owner's rules may use.
   *
   * @param words what the owner calls readers and items
   */
  static DialectWords of(RuleOwner owner, Words words) {
    return new DialectWords(
        Spelling.WORDS.entrySet().stream()
            .map(entry -> new Term(entry.getValue(), entry.getKey()))
            .sorted(Comparator.comparing(Term::en))
            .toList(),
        Arrays.stream(Asked.values()).map(asked -> question(asked, owner, words)).toList());
  }

  private static Question question(Asked asked, RuleOwner owner, Words words) {
    return new Question(
        Term.of(asked.named()),
        asked.facts().values().stream().map(fact -> fact(fact, words)).toList(),
        Arrays.stream(Verb.values())
            .filter(verb -> verb.fits(asked) && (owner.isAlliance() || !verb.allianceOnly()))
            .map(verb -> new Call(Term.of(verb.named()), verb.takes().name()))
            .toList());
  }

  private static Fact fact(Vocabulary.Fact fact, Words words) {
    return new Fact(
        Term.of(fact.named()),
        fact.fields().values().stream()
            .map(
                field ->
                    new Field(
                        Term.of(field.named()),
                        field.type().name(),
                        field.words() == null ? List.of() : words.all(field.words())))
            .toList());
  }
}
