package org.libpass.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.LiveRules.Built;
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** What policy administrators do with texts in the browser. */
@Service
public class Workbench {

  private final DraftReader reader;
  private final LiveRules live;
  private final Decisions decisions;
  private final Publishing publishing;
  private final DiskRules disk;
  private final TaipeiClock clock;

  Workbench(
      DraftReader reader,
      LiveRules live,
      Decisions decisions,
      Publishing publishing,
      DiskRules disk,
      TaipeiClock clock) {
    this.reader = reader;
    this.live = live;
    this.decisions = decisions;
    this.publishing = publishing;
    this.disk = disk;
    this.clock = clock;
  }

  /** Looks through a set as its author types: what is wrong with it, not yet its examples. */
  public RulesCheck look(RuleOwner owner, RuleTexts texts) {
    try {
      List<RulesWarning> warnings = reader.warnings(reader.read(owner, texts));
      return new RulesCheck(List.of(), warnings, List.of(), List.of());
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

  /** What a person can fill in to try a case by an owner's rules, by question. */
  public List<CaseForm> cases(RuleOwner owner) {
    return CaseForm.all(owner, clock.today());
  }

  /**
   * What came of a case tried on texts that need not be in force, and on those that are.
   *
   * @param live null when something in the case was wrong
   */
  public record Trials(Tried draft, @Nullable Explained live) {}

  /**
   * Tries a case today on these texts; nothing is kept.
   *
   * @param question the question's name, such as {@code Application}
   * @param typed by fact and field what was typed; a field left out is as in a clean case
   * @return empty when the texts are not good
   * @throws IllegalArgumentException if there is no such question
   */
  public Optional<Trials> attempt(
      RuleOwner owner, RuleTexts texts, String question, Map<String, Map<String, String>> typed) {
    return draft(owner, texts)
        .map(
            draft -> {
              Built inForce = live.of(live.now(), owner);
              return new Trials(
                  attempt(reader.compile(draft), draft.own().words(), owner, question, typed),
                  attempt(inForce.compiled(), inForce.words(), owner, question, typed).explained());
            });
  }

  private Tried attempt(
      CompiledRules rules,
      Words words,
      RuleOwner owner,
      String question,
      Map<String, Map<String, String>> typed) {
    return Trial.typed(rules, words, owner, clock.today(), question, typed);
  }

  /**
   * Decides the last decisions again by these texts, at most {@value Replay#MOST} of them: the
   * school's, or all schools' when the texts are the alliance's. Nothing is kept.
   *
   * @return empty when the texts are not good
   */
  public Optional<Replayed> replay(RuleOwner owner, RuleTexts texts) {
    SchoolCode school = owner.isAlliance() ? null : new SchoolCode(owner.value());
    return draft(owner, texts)
        .map(
            draft ->
                Replay.of(
                    decisions.last(school, Replay.MOST), of -> asking(draft, RuleOwner.of(of))));
  }

  private Replay.Asking asking(DraftReader.Draft draft, RuleOwner school) {
    CompiledRules rules = reader.compile(draft, school);
    InForce now = live.now();
    return one ->
        rules.decide(
            one.in(
                home ->
                    RuleOwner.of(home).equals(draft.own().owner())
                        ? draft.own().words()
                        : live.of(now, RuleOwner.of(home)).words(),
                school.equals(draft.own().owner())
                    ? draft.own().words()
                    : live.of(now, school).words()));
  }

  private Optional<DraftReader.Draft> draft(RuleOwner owner, RuleTexts texts) {
    try {
      return Optional.of(reader.read(owner, texts));
    } catch (RulesRefusedException e) {
      return Optional.empty();
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
