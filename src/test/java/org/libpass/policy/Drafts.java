package org.libpass.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that are tried without being live. */
final class Drafts {

  static final RuleOwner ALLIANCE = RuleOwner.ALLIANCE;
  static final RuleOwner NTUT = RuleOwner.of(RulesOnDisk.NTUT);
  static final RuleOwner CUTE = RuleOwner.of(RulesOnDisk.CUTE);

  private Drafts() {}

  /** The product's own texts of an owner. */
  static RuleTexts product(RuleOwner owner) {
    return new RuleTexts(
        product(owner, OwnRules.RULES),
        product(owner, OwnRules.EXAMPLES),
        product(owner, OwnRules.WORDS));
  }

  private static String product(RuleOwner owner, String file) {
    Path path = RulesOnDisk.PRODUCT.resolve(owner.file(file));
    return Files.exists(path) ? RulesOnDisk.read(path) : "";
  }

  /** An owner's texts, read on top of the product's alliance. */
  static OwnRules read(RuleOwner owner, RuleTexts texts) {
    try {
      OwnRules alliance = OwnRules.readAlliance(product(ALLIANCE));
      return owner.isAlliance() ? alliance : OwnRules.read(owner, texts, alliance);
    } catch (RulesRefusedException e) {
      throw new AssertionError(e.errors().toString(), e);
    }
  }

  /** The product's rules of an owner. */
  static List<Rule> rules(RuleOwner owner) {
    return read(owner, product(owner)).rules();
  }

  /** The product's alliance with these rules of a school. */
  static RuleSet merged(RuleOwner owner, List<Rule> own) throws RuleFileException {
    @Nullable String school = owner.isAlliance() ? null : owner.value();
    return RuleSet.merge(new RulesVersion(0, school, 0, "0".repeat(64)), rules(ALLIANCE), own);
  }

  static CompiledRules compiled(RuleSet rules) {
    return RulesOnDisk.COMPILER.compile(rules);
  }

  /** The product's alliance with this for a school. */
  static CompiledRules school(RuleOwner owner, String... lines) {
    return compiled(owner, new RuleTexts(String.join("\n", lines), "", ""));
  }

  /** The product's rules of an owner, merged. */
  static CompiledRules compiled(RuleOwner owner) {
    return compiled(owner, product(owner));
  }

  private static CompiledRules compiled(RuleOwner owner, RuleTexts texts) {
    try {
      return compiled(merged(owner, owner.isAlliance() ? List.of() : read(owner, texts).rules()));
    } catch (RuleFileException e) {
      throw new AssertionError(e.in(owner.file(OwnRules.RULES)).toString(), e);
    }
  }

  /** The product's words of an owner. */
  static Words words(RuleOwner owner) {
    return read(owner, product(owner)).words();
  }

  /** Examples in the product's words of their owner. */
  static Examples examples(RuleOwner owner, String... lines) {
    try {
      return Examples.read(owner, String.join("\n", lines), words(owner));
    } catch (RuleFileException e) {
      throw new AssertionError(e.in(owner.file(OwnRules.EXAMPLES)).toString(), e);
    }
  }
}
