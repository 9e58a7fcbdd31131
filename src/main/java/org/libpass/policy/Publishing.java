package org.libpass.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.DraftReader.Draft;
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.policy.RuleVersion.Origin;
import org.libpass.policy.RuleVersions.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes texts a version. What is not good never becomes one; each version and each refusal is in
 * the audit log.
 */
@Component
class Publishing {

  private static final String PLATFORM = "libpass";

  private final DraftReader reader;
  private final LiveVersions live;
  private final RuleVersions versions;
  private final AuditLog audit;
  private final TransactionOperations transaction;
  private final TaipeiClock clock;

  Publishing(
      DraftReader reader,
      LiveVersions live,
      RuleVersions versions,
      AuditLog audit,
      TransactionOperations transaction,
      TaipeiClock clock) {
    this.reader = reader;
    this.live = live;
    this.versions = versions;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What somebody proposes in the browser. */
  Published publish(Proposal proposal) {
    return publish(
        new Candidate(
            proposal.owner(),
            proposal.texts(),
            Origin.BROWSER,
            proposal.base(),
            proposal.author(),
            proposal.reason(),
            proposal.from()));
  }

  /** What somebody has saved as files, whatever was published before. */
  Published publishFiles(RuleOwner owner, RuleTexts texts) {
    return publish(new Candidate(owner, texts, Origin.FILE, null, null, null, null));
  }

  private record Candidate(
      RuleOwner owner,
      RuleTexts texts,
      Origin origin,
      @Nullable Integer base,
      @Nullable String author,
      @Nullable String reason,
      @Nullable LocalDate from) {}

  /**
   * Checks before the lock is taken, since compiling is slow; if the alliance has published
   * meanwhile, checks again.
   */
  private Published publish(Candidate candidate) {
    while (true) {
      Draft draft;
      RulesCheck check;
      try {
        draft = reader.read(candidate.owner(), candidate.texts());
        check = reader.check(draft);
      } catch (RulesRefusedException e) {
        check = RulesCheck.refused(e.errors());
        draft = null;
      }
      if (draft == null || !check.isGood()) {
        keepRefusal(candidate, check);
        return new Published.Refused(check);
      }
      int on = draft.on();
      RulesCheck good = check;
      Optional<Published> published = transaction.execute(status -> put(candidate, on, good));
      if (published.isPresent()) {
        return published.get();
      }
    }
  }

  /** Empty when the alliance's rules are not those any more that the draft was checked on. */
  private Optional<Published> put(Candidate candidate, int on, RulesCheck check) {
    versions.lock();
    RuleOwner owner = candidate.owner();
    int newest = versions.newest(owner);
    if (candidate.base() != null && candidate.base() != newest) {
      return Optional.of(new Published.Overtaken(versions.find(owner, newest).orElseThrow()));
    }
    InForce now = live.readAnew();
    if (!owner.isAlliance() && now.number(RuleOwner.ALLIANCE) != on) {
      return Optional.empty();
    }
    Times current = now.versions().get(owner);
    String hash = candidate.texts().hash();
    if (candidate.from() == null && current != null && current.hash().equals(hash)) {
      return Optional.of(new Published.Unchanged());
    }
    RuleVersion version = version(candidate, newest + 1, hash, check, current);
    versions.add(version);
    keepPublication(version);
    return Optional.of(new Published.Done(version));
  }

  private RuleVersion version(
      Candidate candidate, int number, String hash, RulesCheck check, @Nullable Times current) {
    Instant now = clock.instant();
    LocalDate from = candidate.from();
    Instant effective = now;
    if (from != null) {
      effective = from.atStartOfDay(TaipeiClock.ZONE).toInstant();
    } else if (current != null && current.effectiveAt().isAfter(now)) {
      // Another node's clock is ahead: what is published later still holds later.
      effective = current.effectiveAt();
    }
    return new RuleVersion(
        candidate.owner(),
        number,
        candidate.texts(),
        hash,
        candidate.origin(),
        candidate.author(),
        candidate.reason(),
        check.report(),
        now,
        effective,
        from != null,
        null);
  }

  /**
   * Withdraws a version that waits for its date.
   *
   * @return false when it does not wait any more
   */
  boolean withdraw(RuleOwner owner, int number, String by) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              versions.lock();
              if (!versions.withdraw(owner, number, by, clock.instant())) {
                return false;
              }
              audit.keep(school(owner), by, "rules-withdrawn", subject(owner, number), null);
              return true;
            }));
  }

  private void keepPublication(RuleVersion version) {
    audit.keep(
        school(version.owner()),
        version.author() == null ? PLATFORM : version.author(),
        version.scheduled() ? "rules-scheduled" : "rules-published",
        subject(version.owner(), version.number()),
        version.reason());
  }

  private void keepRefusal(Candidate candidate, RulesCheck check) {
    String why =
        check.errors().stream()
            .map(error -> error.file() + ":" + error.line() + " " + error.zh())
            .collect(Collectors.joining("; "));
    audit.keep(
        school(candidate.owner()),
        candidate.author() == null ? PLATFORM : candidate.author(),
        "rules-refused",
        candidate.owner().value(),
        why);
  }

  private static String subject(RuleOwner owner, int number) {
    return owner + " " + number;
  }

  private static @Nullable String school(RuleOwner owner) {
    return owner.isAlliance() ? null : owner.value();
  }
}
