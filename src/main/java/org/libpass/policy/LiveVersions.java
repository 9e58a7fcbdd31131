package org.libpass.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.RuleVersions.Times;
import org.springframework.stereotype.Component;

/**
 * Which version of each owner is in force. Asked at every decision, in its transaction, so that
 * what was published before holds for it, on whichever node it was published: one row tells whether
 * what this node knows is still so.
 */
@Component
class LiveVersions {

  private static final Comparator<Times> IN_ORDER =
      Comparator.comparing(Times::effectiveAt).thenComparing(Times::number);

  private final RuleVersions versions;
  private final Clock clock;
  private volatile @Nullable InForce known;

  LiveVersions(RuleVersions versions, TaipeiClock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * What is in force between two moments, as long as nothing is published.
   *
   * @param since when this was read
   * @param until when a version that waits for its date comes into force, null when none waits
   */
  record InForce(
      long epoch, Instant since, @Nullable Instant until, Map<RuleOwner, Times> versions) {

    private boolean holds(long nowEpoch, Instant now) {
      return epoch == nowEpoch && !now.isBefore(since) && (until == null || now.isBefore(until));
    }

    /** The number of the owner's version in force; 0 when there is none. */
    int number(RuleOwner owner) {
      Times times = versions.get(owner);
      return times == null ? 0 : times.number();
    }
  }

  /** What is in force now. */
  InForce now() {
    long epoch = versions.epoch();
    Instant now = clock.instant();
    InForce last = known;
    if (last != null && last.holds(epoch, now)) {
      return last;
    }
    InForce read = at(epoch, now, versions.times());
    known = read;
    return read;
  }

  /**
   * The same, read anew and not remembered: for a transaction that publishes, whose own changes
   * nobody else may see yet.
   */
  InForce readAnew() {
    return at(versions.epoch(), clock.instant(), versions.times());
  }

  private static InForce at(long epoch, Instant now, List<Times> all) {
    Map<RuleOwner, Times> live = new LinkedHashMap<>();
    Instant next = null;
    for (Times one : all.stream().sorted(IN_ORDER).toList()) {
      if (!one.scheduled() || !one.effectiveAt().isAfter(now)) {
        live.put(one.owner(), one);
      } else if (next == null) {
        next = one.effectiveAt();
      }
    }
    return new InForce(epoch, now, next, Map.copyOf(live));
  }
}
