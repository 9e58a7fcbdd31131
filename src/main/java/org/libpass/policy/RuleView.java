package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule in parts that a page can put into words of either language.
 *
 * @param name the rule's name
 * @param alliance whether it stands in the alliance's file
 * @param locked whether no school may replace it
 * @param file the rule file, relative to the rules directory
 * @param line where it begins there, from 1
 * @param question the question that it answers, such as {@code Application}
 * @param when what must hold, word by word; empty when it holds in every case of its question
 * @param effects what it then does, one at least
 * @param text the rule as it is written
 */
public record RuleView(
    String name,
    boolean alliance,
    boolean locked,
    String file,
    int line,
    String question,
    List<Word> when,
    List<Effect> effects,
    String text) {

  public RuleView {
    when = List.copyOf(when);
    effects = List.copyOf(effects);
  }

  /**
   * One word of a condition.
   *
   * @param value a field with its fact, as {@code Reader.identity}; a value as it is written; a
   *     date as {@code 2026-01-18}; a comparison by its name, as {@code AT_LEAST}; a sign of a
   *     calculation; else empty
   */
  public record Word(Kind kind, String value) {

    static Word of(Kind kind) {
      return new Word(kind, "");
    }
  }

  /** The kinds of words. */
  public enum Kind {
    FIELD,
    TEXT,
    NUMBER,
    DATE,
    TRUTH,
    UNKNOWN,
    COMPARISON,
    SIGN,
    AND,
    OR,
    NOT,
    OPEN,
    CLOSE
  }

  /**
   * What a rule does.
   *
   * @param verb which of the verbs, as {@code REFUSE} or {@code LOAN_DAYS}
   * @param reason of a refusal or a referral, why; else null
   * @param figures what a limit is set to, often one; else empty
   * @param date the day that a verb names, null when it names none
   */
  public record Effect(
      String verb, @Nullable Reason reason, List<Integer> figures, @Nullable LocalDate date) {

    public Effect {
      figures = List.copyOf(figures);
    }
  }
}
