package org.libpass.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.StorageTest;
import org.libpass.school.County;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@StorageTest
@OnH2
@Transactional
class StaffAccountsTests {

  @Autowired Schools schools;
  @Autowired StaffAccounts accounts;
  @Autowired StaffAccountRepository repository;
  @Autowired TransactionOperations transaction;

  final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();

  void load() {
    new DemoStaff(accounts, repository, schools, passwords, transaction).load();
  }

  void addSchool(String code) {
    schools.add(
        School.of(
            new SchoolCode(code), code, code, County.TAIPEI, null, null, null, null, List.of()));
  }

  @Test
  void theDemoHasTwoLibrariansAndAPolicyAdministratorAtEachSchool() {
    addSchool("NTUT");
    addSchool("CUTE");
    load();
    load();
    assertThat(accounts.all())
        .extracting(StaffAccount::username)
        .containsExactly(
            "alliance",
            "librarian.cute",
            "librarian.ntut",
            "librarian2.cute",
            "librarian2.ntut",
            "policy.cute",
            "policy.ntut");
    StaffAccount librarian = accounts.find("Librarian.NTUT ").orElseThrow();
    assertThat(librarian.school()).isEqualTo(new SchoolCode("NTUT"));
    assertThat(librarian.roles()).containsExactly(Role.LIBRARIAN);
    assertThat(librarian.passwordHash()).startsWith("{bcrypt}");
    assertThat(passwords.matches("demo", librarian.passwordHash())).isTrue();
    assertThat(librarian.displayName())
        .isNotEqualTo(accounts.find("librarian2.ntut").orElseThrow().displayName());
    assertThat(accounts.find("policy.cute").orElseThrow().roles())
        .containsExactly(Role.POLICY_ADMINISTRATOR);
    assertThat(accounts.find("alliance").orElseThrow().school()).isNull();
  }

  @Test
  void knowsNobodyElse() {
    assertThat(accounts.find("nobody")).isEmpty();
    assertThat(accounts.find("")).isEmpty();
  }

  @Test
  void refusesANameThatIsTaken() {
    addSchool("NTUT");
    accounts.add(StaffAccountTests.account("yeh", new SchoolCode("NTUT"), Role.LIBRARIAN));
    assertThatThrownBy(
            () ->
                accounts.add(
                    StaffAccountTests.account("YEH", new SchoolCode("NTUT"), Role.LIBRARIAN)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void refusesASchoolThatIsNoMember() {
    assertThatThrownBy(
            () ->
                accounts.add(
                    StaffAccountTests.account("yeh", new SchoolCode("NOBODY"), Role.LIBRARIAN)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
