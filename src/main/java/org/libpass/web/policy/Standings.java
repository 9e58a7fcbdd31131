package org.libpass.web.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.Policies;
import org.libpass.policy.RuleOwner;
import org.libpass.policy.RuleVersion;
import org.libpass.policy.RulesStatus;
import org.libpass.policy.RulesStatus.Disk;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;

/** How rules stand, as far as an account may see it. */
@Component
class Standings {

  private final PolicyAccess access;
  private final Policies policies;

  Standings(PolicyAccess access, Policies policies) {
    this.access = access;
    this.policies = policies;
  }

  /**
   * How one owner's rules stand.
   *
   * @param hasPage whether there is a page about them: not of a folder that is no school's
   * @param flagged the schools with which the alliance's version in force did not go well when it
   *     was published, and that have not published since
   */
  record Standing(RulesStatus status, boolean hasPage, List<RuleOwner> flagged) {

    public RuleOwner owner() {
      return status.owner();
    }

    /** Whether a file on this node is not good. */
    public boolean hasWrongFiles() {
      return !status.errors().isEmpty();
    }

    /** Whether rules are left out since the alliance has changed its own. */
    public boolean leavesRulesOut() {
      return !status.faults().isEmpty();
    }

    /** Whether this node's files are good and say something else than what is in force. */
    public boolean differs() {
      return status.disk() == Disk.DIFFERS;
    }
  }

  Standing of(StaffPrincipal account, RulesStatus status) {
    return new Standing(
        status,
        access.readable(account, status.owner().value()).isPresent(),
        flagged(account, status.live()).stream()
            .filter(school -> !hasPublishedSince(school, status.live()))
            .toList());
  }

  private boolean hasPublishedSince(RuleOwner school, @Nullable RuleVersion version) {
    RuleVersion live = policies.status(school).live();
    return live != null && version != null && live.publishedAt().isAfter(version.publishedAt());
  }

  /** The schools that a version of the alliance does not go well with, for this account. */
  List<RuleOwner> flagged(StaffPrincipal account, @Nullable RuleVersion version) {
    return version == null
        ? List.of()
        : version.report().flagged().stream()
            .map(RuleOwner::parse)
            .flatMap(Optional::stream)
            .filter(school -> access.mayRead(account, school))
            .toList();
  }
}
