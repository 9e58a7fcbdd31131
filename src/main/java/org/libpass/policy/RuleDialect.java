package org.libpass.policy;

import org.springframework.stereotype.Service;

/** Tells an editor what can be written in an owner's rules. */
@Service
public class RuleDialect {

  private final LiveRules live;

  RuleDialect(LiveRules live) {
    this.live = live;
  }

  /**
   * The words that rules may use.
   *
   * @param texts the draft, whose own words for readers and items count; where they can't be read,
   *     those in force do
   */
  public DialectWords words(RuleOwner owner, RuleTexts texts) {
    LiveRules.Built inForce = live.of(live.now(), owner);
    try {
      Words words =
          owner.isAlliance()
              ? Words.ofAlliance(texts.words())
              : inForce.alliance().words().ofSchool(texts.words());
      return DialectWords.of(owner, words);
    } catch (RuleFileException e) {
      return DialectWords.of(owner, inForce.words());
    }
  }
}
