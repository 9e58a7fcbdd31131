package org.libpass.policy;

import org.springframework.stereotype.Service;

/** What policy administrators do with texts in the browser. */
@Service
public class Workbench {

  private final DraftReader reader;
  private final Publishing publishing;
  private final DiskRules disk;

  Workbench(DraftReader reader, Publishing publishing, DiskRules disk) {
    this.reader = reader;
    this.publishing = publishing;
    this.disk = disk;
  }

  /** Looks through a set as its author types: what is wrong with it, not yet its examples. */
  public RulesCheck look(RuleOwner owner, RuleTexts texts) {
    try {
      reader.read(owner, texts);
      return RulesCheck.refused(java.util.List.of());
    } catch (RulesRefusedException e) {
      return RulesCheck.refused(e.errors());
    }
  }

  /** Checks a set as it is done before it is published, its examples too. */
  public RulesCheck check(RuleOwner owner, RuleTexts texts) {
    try {
      return reader.check(reader.read(owner, texts));
    } catch (RulesRefusedException e) {
      return RulesCheck.refused(e.errors());
    }
  }

  /**
   * Publishes a set if it is good and nobody else has published since its author began. It is
   * written to this node's files too, where that can be done.
   */
  public Published publish(Proposal proposal) {
    Published published = publishing.publish(proposal);
    if (published instanceof Published.Done done && !done.version().scheduled()) {
      disk.write(done.version());
    }
    return published;
  }

  /**
   * Withdraws a version that waits for its date.
   *
   * @param by the staff account
   * @return false when it does not wait any more: nothing was done
   */
  public boolean withdraw(RuleOwner owner, int number, String by) {
    return publishing.withdraw(owner, number, by);
  }
}
