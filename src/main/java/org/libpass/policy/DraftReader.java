package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import org.libpass.policy.LiveRules.Built;
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** Reads texts that are not in force, on top of what is. */
@Component
class DraftReader {

  private final LiveRules live;
  private final RuleCompiler compiler;
  private final ProvisionedAccounts accounts;

  DraftReader(LiveRules live, RuleCompiler compiler, ProvisionedAccounts accounts) {
    this.live = live;
    this.compiler = compiler;
    this.accounts = accounts;
  }

  /**
   * A draft that is good.
   *
   * @param on the number of the alliance's version that it was read on top of; 0 for the alliance
   */
  record Draft(OwnRules own, RuleSet rules, int on) {}

  /**
   * Reads a set without compiling it: a matter of milliseconds.
   *
   * @throws RulesRefusedException if it may not be published
   */
  Draft read(RuleOwner owner, RuleTexts texts) throws RulesRefusedException {
    InForce now = live.now();
    String file = owner.file(OwnRules.RULES);
    try {
      if (owner.isAlliance()) {
        OwnRules alliance = OwnRules.readAlliance(texts);
        return new Draft(
            alliance, RuleSet.merge(named(owner, texts), alliance.rules(), List.of()), 0);
      }
      OwnRules alliance = live.of(now, RuleOwner.ALLIANCE).alliance();
      OwnRules own = OwnRules.read(owner, texts, alliance);
      checkQuota(own);
      RuleSet rules = RuleSet.merge(named(owner, texts), alliance.rules(), own.rules());
      return new Draft(own, rules, now.number(RuleOwner.ALLIANCE));
    } catch (RuleFileException e) {
      throw new RulesRefusedException(List.of(e.in(file)));
    }
  }

  /** Compiles a draft. */
  CompiledRules compile(Draft draft) {
    return compiler.compile(draft.rules());
  }

  /**
   * What a school would have in force under a draft: the draft's rules, or if the draft is the
   * alliance's, these with the school's own on top.
   */
  CompiledRules compile(Draft draft, RuleOwner school) {
    InForce now = live.now();
    return draft.own().owner().isAlliance() && now.number(school) > 0
        ? live.on(now, school, draft.own()).compiled()
        : compile(draft);
  }

  /** Checks a set as it is done before it is published: compiled, and its examples run. */
  RulesCheck check(Draft draft) {
    List<ExampleResult> examples = draft.own().examples().run(compile(draft), draft.own().words());
    List<RulesError> failed =
        examples.stream()
            .filter(example -> !example.passed())
            .map(example -> example.failure(draft.own().owner()))
            .toList();
    return new RulesCheck(failed, warnings(draft), examples, flagged(draft));
  }

  /** What is allowed in a draft and yet may not be meant. */
  List<RulesWarning> warnings(Draft draft) {
    return Warnings.of(draft.own().rules());
  }

  /** The schools that have rules of their own and that an alliance's draft does not go with. */
  private List<RulesCheck.Flagged> flagged(Draft draft) {
    List<RulesCheck.Flagged> flagged = new ArrayList<>();
    if (!draft.own().owner().isAlliance()) {
      return flagged;
    }
    InForce now = live.now();
    for (RuleOwner owner : now.versions().keySet()) {
      if (!owner.isAlliance()) {
        Built built = live.on(now, owner, draft.own());
        if (!built.faults().isEmpty()) {
          flagged.add(new RulesCheck.Flagged(owner, built.faults()));
        }
      }
    }
    return flagged;
  }

  private void checkQuota(OwnRules own) throws RuleFileException {
    int most = accounts.provisioned(new SchoolCode(own.owner().value()));
    if (most == 0) {
      return;
    }
    for (Rule rule : own.rules()) {
      for (Verb.Call call : rule.calls()) {
        if (call.verb() == Verb.OPEN_CARDS_PER_SCHOOL && call.figures().get(0) > most) {
          throw new RuleFileException(
              rule.line(), "accounts", rule.name(), call.figures().get(0), most);
        }
      }
    }
  }

  private static RulesVersion named(RuleOwner owner, RuleTexts texts) {
    return new RulesVersion(0, owner.isAlliance() ? null : owner.value(), 0, texts.hash());
  }
}
