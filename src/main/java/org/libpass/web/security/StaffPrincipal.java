package org.libpass.web.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.libpass.staff.Role;

/**
 * A member of staff who is signed in.
 *
 * @param username the account's name, which tasks and records keep
 * @param school the account's school, or null for the alliance
 * @param roles what the account may do, not empty
 * @param displayName the name to show
 */
public record StaffPrincipal(
    String username, @Nullable SchoolCode school, Set<Role> roles, String displayName)
    implements SignedIn {

  private static final long serialVersionUID = 1L;

  public StaffPrincipal {
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return "staff:" + username;
  }

  @Override
  public String shownAs() {
    return displayName;
  }

  @Override
  public boolean isReader() {
    return false;
  }

  @Override
  public String home() {
    return roles.contains(Role.LIBRARIAN) ? "/inbox" : "/policy";
  }

  /**
   * The account's school, for pages that only a school's staff can open.
   *
   * @throws IllegalStateException if the account is the alliance's
   */
  public SchoolCode ownSchool() {
    if (school == null) {
      throw new IllegalStateException("An account of the alliance has no school: " + username);
    }
    return school;
  }
}
