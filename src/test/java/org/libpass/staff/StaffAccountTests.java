package org.libpass.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.libpass.school.SchoolCode;

class StaffAccountTests {

  static final SchoolCode NTUT = new SchoolCode("NTUT");

  static StaffAccount account(String username, @Nullable SchoolCode school, Role... roles) {
    return StaffAccount.of(
        username, "{bcrypt}x", school, Set.of(roles), "葉美惠", "yeh@ntut.example.org");
  }

  @Test
  void holdsSeveralRoles() {
    StaffAccount account = account("Yeh.Mei", NTUT, Role.POLICY_ADMINISTRATOR, Role.LIBRARIAN);
    assertThat(account.username()).isEqualTo("yeh.mei");
    assertThat(account.school()).isEqualTo(NTUT);
    assertThat(account.roles())
        .containsExactlyInAnyOrder(Role.LIBRARIAN, Role.POLICY_ADMINISTRATOR);
  }

  @Test
  void belongsToTheAllianceOnlyAsItsAdministrator() {
    assertThat(account("boss", null, Role.ALLIANCE_ADMINISTRATOR).school()).isNull();
    assertThatThrownBy(() -> account("boss", null, Role.LIBRARIAN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> account("boss", null, Role.ALLIANCE_ADMINISTRATOR, Role.LIBRARIAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> account("yeh mei", NTUT, Role.LIBRARIAN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> account("yeh", NTUT)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> StaffAccount.of("yeh", "plain", NTUT, Set.of(Role.LIBRARIAN), "葉", "a@b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> StaffAccount.of("yeh", "{bcrypt}x", NTUT, Set.of(Role.LIBRARIAN), " ", "a@b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> StaffAccount.of("yeh", "{bcrypt}x", NTUT, Set.of(Role.LIBRARIAN), "葉", "ab"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotTellItsHash() {
    assertThat(account("yeh", NTUT, Role.LIBRARIAN)).hasToString("yeh");
  }
}
