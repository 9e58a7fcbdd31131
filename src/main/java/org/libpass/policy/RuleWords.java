package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Condition.Literal;
import org.libpass.policy.Condition.Ref;
import org.libpass.policy.Condition.Term;
import org.libpass.policy.Words.Kind;

/** Puts the alliance's words into a rule, and remarks what its author may not have meant. */
final class RuleWords {

  private final Words words;
  private final String file;
  private final String rule;
  private final List<RulesWarning> warnings = new ArrayList<>();

  RuleWords(Words words, String file, String rule) {
    this.words = words;
    this.file = file;
    this.rule = rule;
  }

  /**
   * What a field is compared with, in the alliance's words.
   *
   * @throws RuleFileException if it is a word that nobody knows: the rule would never hold
   */
  Term meant(Term field, Term value, int line) throws RuleFileException {
    Kind kind = field instanceof Ref ref ? ref.field().words() : null;
    if (kind == null || !(value instanceof Literal literal)) {
      return value;
    }
    return literal.value() instanceof String word ? meant(kind, word, line) : value;
  }

  private Literal meant(Kind kind, String word, int line) throws RuleFileException {
    @Nullable String meant = words.meant(kind, word);
    if (meant == null) {
      throw new RuleFileException(line, "word-unknown", rule, word, words.known(kind));
    }
    List<String> also = words.alsoMeant(kind, word);
    if (!also.isEmpty()) {
      warn(
          line,
          "word-covers",
          rule,
          word,
          meant,
          Name.list(also.stream().map(it -> new Name(it, it)).toList()));
    }
    return new Literal(meant);
  }

  private void warn(int line, String key, Object... details) {
    warnings.add(RulesWarning.of(file, line, key, details));
  }

  List<RulesWarning> warnings() {
    return List.copyOf(warnings);
  }
}
