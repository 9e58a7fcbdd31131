package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.policy.RuleOwner;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.staff.Role;
import org.libpass.web.security.StaffPrincipal;

class PolicyAccessTest {

  private static final SchoolCode NTUT = new SchoolCode("NTUT");
  private static final RuleOwner OWN = RuleOwner.of(NTUT);
  private static final RuleOwner CUTE = RuleOwner.of(new SchoolCode("CUTE"));

  private final Schools schools = mock();
  private final PolicyAccess access = new PolicyAccess(schools);

  @BeforeEach
  void twoSchools() {
    when(schools.find(any())).thenReturn(Optional.empty());
    when(schools.find(NTUT)).thenReturn(Optional.of(mock(School.class)));
    when(schools.find(new SchoolCode("CUTE"))).thenReturn(Optional.of(mock(School.class)));
  }

  @Test
  void aPolicyAdministratorChangesTheirSchoolsAndReadsTheAlliances() {
    StaffPrincipal account = account(NTUT, Role.POLICY_ADMINISTRATOR);

    assertThat(access.changeable(account, "ntut")).contains(OWN);
    assertThat(access.readable(account, "NTUT")).contains(OWN);
    assertThat(access.readable(account, "alliance")).contains(RuleOwner.ALLIANCE);
    assertThat(access.changeable(account, "alliance")).isEmpty();
    assertThat(access.readable(account, "CUTE")).isEmpty();
    assertThat(access.changeable(account, "CUTE")).isEmpty();
  }

  @Test
  void theAllianceReadsAllAndChangesItsOwn() {
    StaffPrincipal account = account(null, Role.ALLIANCE_ADMINISTRATOR);

    assertThat(access.readable(account, "ALLIANCE")).contains(RuleOwner.ALLIANCE);
    assertThat(access.changeable(account, "alliance")).contains(RuleOwner.ALLIANCE);
    assertThat(access.readable(account, "cute")).contains(CUTE);
    assertThat(access.changeable(account, "CUTE")).isEmpty();
  }

  @Test
  void aPolicyAdministratorWithoutASchoolReadsTheAlliancesOnly() {
    StaffPrincipal account = account(null, Role.POLICY_ADMINISTRATOR);

    assertThat(access.readable(account, "alliance")).contains(RuleOwner.ALLIANCE);
    assertThat(access.changeable(account, "alliance")).isEmpty();
    assertThat(access.readable(account, "NTUT")).isEmpty();
  }

  @Test
  void aLibrarianHasNothingToDoWithRules() {
    StaffPrincipal account = account(NTUT, Role.LIBRARIAN);

    assertThat(access.readable(account, "NTUT")).isEmpty();
    assertThat(access.changeable(account, "NTUT")).isEmpty();
    assertThat(access.readable(account, "alliance")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOSUCH", "1", "", "../NTUT", "alliances"})
  void whatIsNoOwnerIsNotThere(String name) {
    StaffPrincipal account =
        account(NTUT, Role.POLICY_ADMINISTRATOR, Role.ALLIANCE_ADMINISTRATOR, Role.LIBRARIAN);

    assertThat(access.readable(account, name)).isEmpty();
    assertThat(access.changeable(account, name)).isEmpty();
  }

  private static StaffPrincipal account(@Nullable SchoolCode school, Role... roles) {
    return new StaffPrincipal("somebody", school, Set.of(roles), "王小明");
  }
}
