package org.libpass.policy;

import java.util.List;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.facts.Question;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** Asks the rules that are in force. */
@Service
public class Policies {

  private final RuleStore store;
  private final TaipeiClock clock;

  Policies(RuleStore store, TaipeiClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Decides one case by the rules of a school, which are the alliance's where it says nothing.
   *
   * @param school the home school; at {@code Lending}, {@code ReturnBy} and {@code Notice} the
   *     lending school
   * @param facts the case: {@code Reader} for {@code Activation}; {@code Reader} and {@code School}
   *     for {@code Application}; {@code Reader}, {@code Card} and, once known, {@code Item} for
   *     {@code Lending}; {@code DueDate} for {@code ReturnBy}
   * @throws IllegalArgumentException if a fact that the question needs is missing
   */
  public Decision decide(SchoolCode school, Question question, Object... facts) {
    return store.of(school).decide(clock.today(), question, facts);
  }

  /**
   * The limits that hold in every case, for pages: rules with conditions are left out.
   *
   * @param question what they are shown for; the figures of the other questions are the school's
   *     too
   */
  public Limits limits(SchoolCode school, Question question) {
    return store.of(school).rules().limits();
  }

  /** What is live, the alliance first, then every school with a folder of its own by code. */
  public List<RulesStatus> status() {
    return store.status();
  }

  /** The rules in force for a school, merged, in the order in which they count. */
  public List<RuleText> rules(SchoolCode school) {
    return store.of(school).texts();
  }

  /**
   * Takes what is on disk now, without waiting for two looks that see it alike.
   *
   * @see #status() for what came of it
   */
  public void reload() {
    store.reload();
  }
}
