package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.libpass.policy.LiveVersions.InForce;
import org.springframework.stereotype.Component;

/** The rules in force, compiled. The database says which; here they are kept ready. */
@Component
class LiveRules {

  /** More than any alliance has schools: what is not in force any more goes at the next look. */
  private static final int MOST = 1000;

  private final LiveVersions live;
  private final RuleVersions versions;
  private final RuleCompiler compiler;
  private final BuildOnce<Key, Built> ready = new BuildOnce<>(MOST);

  LiveRules(LiveVersions live, RuleVersions versions, RuleCompiler compiler) {
    this.live = live;
    this.versions = versions;
    this.compiler = compiler;
  }

  /** Which versions are merged: the alliance's, and a school's own unless that is 0. */
  private record Key(int alliance, RuleOwner owner, int own) {}

  /**
   * What is in force for an owner.
   *
   * @param words what the owner calls readers and items
   * @param faults what of the school's live version does not go with the alliance's, which has
   *     changed since: rules that had to be left out, and examples that fail
   */
  record Built(OwnRules alliance, Words words, CompiledRules compiled, List<RulesError> faults) {}

  /** What is in force now. */
  InForce now() {
    return live.now();
  }

  /** The rules in force for an owner: the alliance's where a school has none. */
  Built of(InForce now, RuleOwner owner) {
    Key key = key(now, owner);
    return ready.get(key, () -> build(key));
  }

  private static Key key(InForce now, RuleOwner owner) {
    int own = owner.isAlliance() ? 0 : now.number(owner);
    RuleOwner whose = own == 0 ? RuleOwner.ALLIANCE : owner;
    return new Key(now.number(RuleOwner.ALLIANCE), whose, own);
  }

  /** Builds whatever is in force and not ready yet, and forgets what is not in force any more. */
  void warm() {
    InForce now = live.now();
    now.versions().keySet().forEach(owner -> of(now, owner));
    ready.keepOnly(
        now.versions().keySet().stream()
            .map(owner -> key(now, owner))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What a school's live texts come to on top of an alliance's draft. */
  Built on(InForce now, RuleOwner owner, OwnRules alliance) {
    return school(alliance, 0, alliance.texts().hash(), get(owner, now.number(owner)));
  }

  private Built build(Key key) {
    RuleVersion floor = get(RuleOwner.ALLIANCE, key.alliance());
    OwnRules alliance = allianceRules(floor);
    if (key.own() == 0) {
      RulesVersion version = new RulesVersion(key.alliance(), null, 0, floor.hash());
      return new Built(
          alliance, alliance.words(), compiler.compile(merge(version, alliance)), List.of());
    }
    return school(alliance, floor.number(), floor.hash(), get(key.owner(), key.own()));
  }

  private Built school(OwnRules alliance, int number, String hash, RuleVersion own) {
    RulesVersion version =
        new RulesVersion(number, own.owner().value(), own.number(), Texts.sha256(hash, own.hash()));
    List<RulesError> faults = new ArrayList<>();
    String file = own.owner().file(OwnRules.RULES);
    OwnRules school = OwnRules.readLeniently(own.owner(), own.texts(), alliance, faults);
    RuleSet rules =
        RuleSet.mergeLeniently(
            version, alliance.rules(), school.rules(), left -> faults.add(left.in(file)));
    CompiledRules compiled = compiler.compile(rules);
    school.examples().run(compiled, school.words()).stream()
        .filter(example -> !example.passed())
        .map(example -> example.failure(own.owner()))
        .forEach(faults::add);
    return new Built(alliance, school.words(), compiled, List.copyOf(faults));
  }

  private static RuleSet merge(RulesVersion version, OwnRules alliance) {
    try {
      return RuleSet.merge(version, alliance.rules(), List.of());
    } catch (RuleFileException e) {
      throw new IllegalStateException("The alliance's live rules are not accepted any more", e);
    }
  }

  private static OwnRules allianceRules(RuleVersion version) {
    try {
      return OwnRules.readAlliance(version.texts());
    } catch (RulesRefusedException e) {
      throw new IllegalStateException("The alliance's live rules are not accepted any more", e);
    }
  }

  private RuleVersion get(RuleOwner owner, int number) {
    return versions
        .find(owner, number)
        .orElseThrow(
            () -> new IllegalStateException("Rules " + owner + " " + number + " are not kept"));
  }
}
