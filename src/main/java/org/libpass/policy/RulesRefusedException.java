package org.libpass.policy;

import java.util.List;

/** A set of rule texts is not good, for these reasons. */
final class RulesRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<RulesError> errors;

  RulesRefusedException(List<RulesError> errors) {
    super(errors.toString());
    this.errors = List.copyOf(errors);
  }

  List<RulesError> errors() {
    return errors;
  }
}
