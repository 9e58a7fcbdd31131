package org.libpass.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.libpass.school.SchoolFixture.hours;
import static org.libpass.school.SchoolFixture.school;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.libpass.StorageTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

@StorageTest
@OnH2
class SchoolsTests {

  @Autowired Schools schools;
  @Autowired SchoolRepository repository;
  @Autowired TransactionOperations transaction;

  @AfterEach
  void removeAll() {
    repository.deleteAll();
    schools.forget();
  }

  @Test
  void keepsWhatASchoolIs() {
    schools.add(school("NTUT"));
    School found = schools.get(new SchoolCode("NTUT"));
    assertThat(found.code()).isEqualTo(new SchoolCode("NTUT"));
    assertThat(found.name(Locale.TRADITIONAL_CHINESE)).isEqualTo("NTUT學院");
    assertThat(found.name(Locale.UK)).isEqualTo("NTUT College");
    assertThat(found.county()).isEqualTo(County.TAIPEI);
    assertThat(found.takesPart()).isTrue();
    assertThat(found.catalogueUrl()).isEqualTo("https://catalogue.example.org/");
    assertThat(found.passwordUrl()).isNull();
    assertThat(found.contactEmail()).isEqualTo("library@example.org");
    assertThat(found.contactPhone()).isNull();
  }

  @Test
  void keepsOpeningHoursToTheMinuteInTheOrderOfTheWeek() {
    schools.add(school("NTUT"));
    List<OpeningHours> hours = schools.get(new SchoolCode("NTUT")).openingHours();
    assertThat(hours)
        .hasSize(7)
        .startsWith(hours(DayOfWeek.MONDAY, "08:20", "21:00"))
        .contains(hours(DayOfWeek.FRIDAY, "00:00", "23:59"))
        .endsWith(
            hours(DayOfWeek.SATURDAY, "09:00", "12:00"),
            hours(DayOfWeek.SATURDAY, "13:00", "17:00"));
  }

  @Test
  void listsByCodeAndSeesANewSchoolAtOnce() {
    schools.add(school("NTUT"));
    assertThat(schools.all()).hasSize(1);
    schools.add(school("CUTE"));
    assertThat(schools.all()).extracting(School::toString).containsExactly("CUTE", "NTUT");
  }

  @Test
  void forgetsASchoolWhoseTransactionIsRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          schools.add(school("NTUT"));
          assertThat(schools.all()).hasSize(1);
          status.setRollbackOnly();
        });
    assertThat(schools.all()).isEmpty();
  }

  @Test
  void asksAgainForWhatAnotherNodeHasChangedOnceAMinuteIsOver() {
    assertThat(schools.all()).isEmpty();
    repository.save(school("NTUT"));
    assertThat(schools.all()).isEmpty();
    schools.forget();
    assertThat(schools.all()).hasSize(1);
  }

  @Test
  void refusesACodeThatIsTaken() {
    schools.add(school("NTUT"));
    assertThatThrownBy(() -> schools.add(school("NTUT")))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void pausesAndResumes() {
    SchoolCode code = schools.add(school("NTUT")).code();
    schools.pause(code);
    schools.pause(code);
    assertThat(schools.get(code).takesPart()).isFalse();
    assertThat(schools.get(code).openingHours()).hasSize(7);
    schools.resume(code);
    assertThat(schools.get(code).takesPart()).isTrue();
  }

  @Test
  void knowsNoOtherSchool() {
    SchoolCode unknown = new SchoolCode("NOBODY");
    assertThat(schools.find(unknown)).isEmpty();
    assertThatThrownBy(() -> schools.get(unknown)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> schools.pause(unknown)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesTextsThatCannotBeShown() {
    SchoolCode code = new SchoolCode("NTUT");
    assertThatThrownBy(
            () -> School.of(code, " ", "X", County.TAIPEI, null, null, null, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                School.of(
                    code, "校", "X", County.TAIPEI, "javascript:x", null, null, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hours(DayOfWeek.MONDAY, "17:00", "09:00"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
