package org.libpass.policy;

import java.util.List;

/** What policy answers to a question about one case. "No" is an answer, not an exception. */
public sealed interface Decision {

  /** The limits that hold for this case. */
  Limits limits();

  /** Why, in the order of the rules; never empty unless granted. */
  List<Reason> reasons();

  /** What speaks against it: the reasons, unless it was granted. */
  default List<Reason> objections() {
    return this instanceof Granted ? List.of() : reasons();
  }

  /** Which rules decided. */
  RulesVersion rules();

  /** The outcome as a word, for storing and counting. */
  default Outcome outcome() {
    if (this instanceof Granted) {
      return Outcome.GRANTED;
    }
    return this instanceof Referred ? Outcome.REFERRED : Outcome.REFUSED;
  }

  /** Nothing objects. */
  record Granted(Limits limits, List<Reason> reasons, RulesVersion rules) implements Decision {
    public Granted {
      reasons = List.copyOf(reasons);
    }
  }

  /** A librarian has to look at it. */
  record Referred(Limits limits, List<Reason> reasons, RulesVersion rules) implements Decision {
    public Referred {
      reasons = Reason.atLeastOne(reasons);
    }
  }

  /** At least one rule says no; rules that would refer it are among the reasons too. */
  record Refused(Limits limits, List<Reason> reasons, RulesVersion rules) implements Decision {
    public Refused {
      reasons = Reason.atLeastOne(reasons);
    }
  }

  /** The three outcomes. */
  enum Outcome {
    GRANTED,
    REFERRED,
    REFUSED
  }
}
