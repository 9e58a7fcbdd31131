package org.libpass.policy;

/** What came of a proposal. */
public sealed interface Published {

  /** It is a version now: in force, or waiting for its date. */
  record Done(RuleVersion version) implements Published {}

  /** It is not good; what is in force stays. */
  record Refused(RulesCheck check) implements Published {}

  /** Somebody else has published since the author began: nothing was done. */
  record Overtaken(RuleVersion newest) implements Published {}

  /** These texts are in force already: nothing was done. */
  record Unchanged() implements Published {}
}
