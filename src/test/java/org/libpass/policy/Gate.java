package org.libpass.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The way of a file from the disk to the rules in force, as the service takes it. A school's file
 * is NTUT's, beside the product's other files.
 */
final class Gate {

  private static final RuleTexts ALLIANCE =
      new RuleTexts(product("alliance/policy.drl"), "", product("alliance/words.yaml"));
  private static final String WORDS = product("NTUT/words.yaml");

  /** What the alliance calls readers and items. */
  static final Words ALLIANCE_WORDS = words();

  private static final RulesVersion VERSION = new RulesVersion(1, "NTUT", 1, "");

  private Gate() {}

  private static Words words() {
    try {
      return Words.ofAlliance(ALLIANCE.words());
    } catch (RuleFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String product(String file) {
    return RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve(file));
  }

  /** A school's file of rules. */
  static RuleSet school(byte[] file) throws RuleFileException {
    List<Rule> floor =
        RuleReader.read(true, "alliance/policy.drl", ALLIANCE.rules(), ALLIANCE_WORDS);
    return RuleSet.merge(VERSION, floor, read(false, file, ALLIANCE_WORDS.ofSchool(WORDS)));
  }

  /** A file of rules of the alliance. */
  static RuleSet alliance(byte[] file) throws RuleFileException {
    return RuleSet.merge(VERSION, read(true, file, ALLIANCE_WORDS), List.of());
  }

  private static List<Rule> read(boolean alliance, byte[] file, Words words)
      throws RuleFileException {
    String name = alliance ? "alliance/policy.drl" : "NTUT/policy.drl";
    return RuleReader.read(alliance, name, scanned(file), words);
  }

  /** What a node makes of the bytes on its disk. */
  static String scanned(byte[] file) throws RuleFileException {
    String bytes = new String(file, StandardCharsets.ISO_8859_1);
    return PreScan.text(new RuleFiles.Content(bytes, true).raw());
  }

  static CompiledRules compiled(RuleSet rules) {
    return RulesOnDisk.COMPILER.compile(rules);
  }

  /** All that is said to somebody who wants to publish a school's file; empty when it is good. */
  static List<RulesError> said(String name, byte[] file) {
    RuleOwner owner = RuleOwner.of(RulesOnDisk.NTUT);
    try {
      OwnRules alliance = OwnRules.readAlliance(ALLIANCE);
      OwnRules own = OwnRules.read(owner, texts(name, scanned(file)), alliance);
      RuleSet.merge(VERSION, alliance.rules(), own.rules());
      return List.of();
    } catch (RulesRefusedException e) {
      return e.errors();
    } catch (RuleFileException e) {
      return List.of(e.in(owner.file(name)));
    }
  }

  private static RuleTexts texts(String name, String text) {
    return switch (name) {
      case OwnRules.RULES -> new RuleTexts(text, "", WORDS);
      case OwnRules.EXAMPLES -> new RuleTexts("", text, WORDS);
      default -> new RuleTexts("", "", text);
    };
  }
}
