package org.libpass.policy;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.LiveRules.Built;
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.policy.facts.Question;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** Asks the rules that are in force. */
@Service
public class Policies {

  private static final Comparator<RuleOwner> BY_NAME = Comparator.comparing(RuleOwner::value);

  private final LiveRules rules;
  private final RuleVersions versions;
  private final DiskRules disk;
  private final TaipeiClock clock;

  Policies(LiveRules rules, RuleVersions versions, DiskRules disk, TaipeiClock clock) {
    this.rules = rules;
    this.versions = versions;
    this.disk = disk;
    this.clock = clock;
  }

  /**
   * Decides one case by the rules of a school, which are the alliance's where it says nothing. The
   * rules are those in force in the caller's transaction.
   *
   * @param school the home school; at {@code Lending}, {@code ReturnBy} and {@code Notice} the
   *     lending school
   * @param facts the case: {@code Reader} for {@code Activation}; {@code Reader} and {@code School}
   *     for {@code Application}; {@code Reader}, {@code Card} and, once known, {@code Item} for
   *     {@code Lending}; {@code DueDate} for {@code ReturnBy}
   * @throws IllegalArgumentException if a fact that the question needs is missing
   */
  public Decision decide(SchoolCode school, Question question, Object... facts) {
    return now().decide(school, question, facts);
  }

  /** The rules as they are in force now, for a page that asks many schools at once. */
  public AtOnce now() {
    return new AtOnce(rules.now());
  }

  /** The rules in force at one moment. */
  public final class AtOnce {

    private final InForce inForce;

    private AtOnce(InForce inForce) {
      this.inForce = inForce;
    }

    /**
     * Decides one case.
     *
     * @see Policies#decide
     */
    public Decision decide(SchoolCode school, Question question, Object... facts) {
      Built own = rules.of(inForce, RuleOwner.of(school));
      return own.compiled()
          .decide(
              new PolicyCase(question, clock.today(), List.of(facts))
                  .in(home -> rules.of(inForce, RuleOwner.of(home)).words(), own.words()));
    }
  }

  /**
   * The limits that hold in every case, for pages: rules with conditions are left out.
   *
   * @param question what they are shown for; the figures of the other questions are the school's
   *     too
   */
  public Limits limits(SchoolCode school, Question question) {
    return built(school).compiled().rules().limits();
  }

  /** The rules in force for a school, merged, in the order in which they count. */
  public List<RuleText> rules(SchoolCode school) {
    return built(school).compiled().texts();
  }

  /**
   * What the alliance says beside what an owner changes of it: by question, in the order in which
   * the rules count.
   *
   * @param owner for the alliance itself nothing stands beside its rules
   */
  public List<RuleSides> sides(RuleOwner owner) {
    Built built = rules.of(rules.now(), owner);
    List<Rule> own =
        built.compiled().rules().rules().stream().filter(rule -> !rule.alliance()).toList();
    return RuleViews.sides(built.alliance().rules(), own);
  }

  /** What a school calls readers and items. */
  public Words words(SchoolCode school) {
    return built(school).words();
  }

  /** Names the rules in force for a school. */
  public RulesVersion version(SchoolCode school) {
    return built(school).compiled().rules().version();
  }

  private Built built(SchoolCode school) {
    return rules.of(rules.now(), RuleOwner.of(school));
  }

  /** How the rules stand of the alliance, which comes first, and of each school with own ones. */
  public List<RulesStatus> status() {
    InForce now = rules.now();
    List<RuleVersion> waiting = versions.waiting(clock.instant());
    return Stream.of(
            Stream.of(RuleOwner.ALLIANCE),
            now.versions().keySet().stream().sorted(BY_NAME),
            disk.owners().stream().sorted(BY_NAME))
        .flatMap(Function.identity())
        .distinct()
        .map(owner -> status(now, owner, waiting))
        .toList();
  }

  /** How an owner's rules stand. */
  public RulesStatus status(RuleOwner owner) {
    return status(rules.now(), owner, versions.waiting(clock.instant()));
  }

  private RulesStatus status(InForce now, RuleOwner owner, List<RuleVersion> waiting) {
    return new RulesStatus(
        owner,
        versions.find(owner, now.number(owner)).orElse(null),
        waiting.stream().filter(version -> version.owner().equals(owner)).toList(),
        rules.of(now, owner).faults(),
        disk.compare(now, owner),
        disk.errors(owner));
  }
}
