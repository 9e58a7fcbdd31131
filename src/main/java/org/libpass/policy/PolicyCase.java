package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.libpass.policy.facts.Question;
import org.libpass.policy.facts.Reader;
import org.libpass.school.SchoolCode;

/** One case, ready to be decided. */
record PolicyCase(Question question, LocalDate today, List<Object> facts) {

  /** The same case in the alliance's words. */
  PolicyCase in(Words words) {
    return in(home -> words, words);
  }

  /**
   * The same case in the alliance's words.
   *
   * @param ofHome the words of a reader's home school
   * @param ofDeciding the words of the school that decides
   */
  PolicyCase in(Function<SchoolCode, Words> ofHome, Words ofDeciding) {
    return new PolicyCase(
        question,
        today,
        facts.stream()
            .map(
                fact ->
                    fact instanceof Reader reader
                        ? ofHome.apply(new SchoolCode(reader.school())).translate(reader)
                        : ofDeciding.translate(fact))
            .toList());
  }
}
