package org.libpass.policy;

import java.util.Locale;
import java.util.Optional;
import org.libpass.school.SchoolCode;

/**
 * Whose rules: the alliance's, which hold for all, or one school's own.
 *
 * @param value {@code alliance} or a school's code, which is also the folder's name
 */
public record RuleOwner(String value) {

  /** The alliance. */
  public static final RuleOwner ALLIANCE = new RuleOwner("alliance");

  /** A school. */
  public static RuleOwner of(SchoolCode school) {
    return new RuleOwner(school.value());
  }

  /** The owner of that name, in whichever case; empty when it can be none. */
  public static Optional<RuleOwner> parse(String name) {
    return name.toLowerCase(Locale.ROOT).equals(ALLIANCE.value)
        ? Optional.of(ALLIANCE)
        : SchoolCode.parse(name).map(RuleOwner::of);
  }

  /** The owner of a folder, which has to be named exactly so; empty when there is no such owner. */
  static Optional<RuleOwner> ofFolder(String name) {
    return parse(name).filter(owner -> owner.value.equals(name));
  }

  /** Whether it is the alliance. */
  public boolean isAlliance() {
    return equals(ALLIANCE);
  }

  /** How one of the owner's files is called in reasons and on pages. */
  String file(String name) {
    return value + "/" + name;
  }

  @Override
  public String toString() {
    return value;
  }
}
