package org.libpass.web.policy;

import java.util.Optional;
import org.libpass.policy.RuleOwner;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.staff.Role;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;

/**
 * Whose rules a staff account may read, and whose it may change. A school's rules are changed by
 * that school's policy administrators and the alliance's by the alliance's administrators, nobody
 * else's by either; the alliance's administrators read all.
 */
@Component
class PolicyAccess {

  private final Schools schools;

  PolicyAccess(Schools schools) {
    this.schools = schools;
  }

  /**
   * The owner that a path names, if the account may read its rules. No answer does not tell whether
   * there is such a school.
   *
   * @param name {@code alliance} or a school's code, in whichever case
   */
  Optional<RuleOwner> readable(StaffPrincipal account, String name) {
    return RuleOwner.parse(name).filter(this::exists).filter(owner -> mayRead(account, owner));
  }

  /**
   * The owner that a path names, if the account may change its rules.
   *
   * @param name {@code alliance} or a school's code, in whichever case
   */
  Optional<RuleOwner> changeable(StaffPrincipal account, String name) {
    return RuleOwner.parse(name).filter(this::exists).filter(owner -> mayChange(account, owner));
  }

  boolean mayRead(StaffPrincipal account, RuleOwner owner) {
    if (account.roles().contains(Role.ALLIANCE_ADMINISTRATOR)) {
      return true;
    }
    return account.roles().contains(Role.POLICY_ADMINISTRATOR)
        && (owner.isAlliance() || isOwn(account, owner));
  }

  boolean mayChange(StaffPrincipal account, RuleOwner owner) {
    return owner.isAlliance()
        ? account.roles().contains(Role.ALLIANCE_ADMINISTRATOR)
        : account.roles().contains(Role.POLICY_ADMINISTRATOR) && isOwn(account, owner);
  }

  private static boolean isOwn(StaffPrincipal account, RuleOwner owner) {
    SchoolCode school = account.school();
    return school != null && RuleOwner.of(school).equals(owner);
  }

  private boolean exists(RuleOwner owner) {
    return owner.isAlliance() || schools.find(new SchoolCode(owner.value())).isPresent();
  }
}
