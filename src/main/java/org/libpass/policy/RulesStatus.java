package org.libpass.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an owner's rules stand.
 *
 * @param live the version in force, null for a school that has none of its own
 * @param waiting the versions that wait for their date, the next first
 * @param faults what in the version in force can't be used since the alliance changed its rules
 * @param disk how this node's files compare with it
 * @param errors what is wrong with this node's files; the version in force stays
 */
public record RulesStatus(
    RuleOwner owner,
    @Nullable RuleVersion live,
    List<RuleVersion> waiting,
    List<RulesError> faults,
    Disk disk,
    List<RulesError> errors) {

  public RulesStatus {
    waiting = List.copyOf(waiting);
    faults = List.copyOf(faults);
    errors = List.copyOf(errors);
  }

  /** How the files of the node that was asked compare with the version in force. */
  public enum Disk {
    /** There are none, and none were ever published. */
    NONE,
    /** They say the same. */
    SAME,
    /** They are good and say something else, which is not in force. */
    DIFFERS,
    /** They can't be used. */
    WRONG
  }

  /** Whether somebody should look at it. */
  public boolean needsLook() {
    return !errors.isEmpty() || !faults.isEmpty();
  }
}
