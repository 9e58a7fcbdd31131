package org.libpass;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

  private static final String ROOT = "org.libpass";
  private static final String BAD_ROOT = "org.libpass_bad";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses BAD_SAMPLES = new ClassFileImporter().importPackages(BAD_ROOT);

  @ParameterizedTest
  @EnumSource
  void theProductKeeps(ArchitectureRule rule) {
    rule.below(ROOT).check(PRODUCT);
  }

  @ParameterizedTest
  @EnumSource
  void aBadSampleBreaks(ArchitectureRule rule) {
    assertThat(rule.below(BAD_ROOT).evaluate(BAD_SAMPLES).getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(BAD_ROOT + "." + rule.badSample()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ils", "notice", "platform", "policy", "policy.facts", "process", "web"})
  void everyPackageThatARuleNamesExists(String name) {
    assertThat(PRODUCT.containPackage(ROOT + "." + name))
        .as("a rule for a package that does not exist passes silently")
        .isTrue();
  }

  @Test
  void modulesKeepToTheirArrows() {
    ApplicationModules.of(LibpassApplication.class).verify();
  }

  @Test
  void modulesThatStrayAreFound() {
    assertThat(
            ApplicationModules.of("org.libpass_bad.modules", location -> true)
                .detectViolations()
                .getMessages())
        .anySatisfy(
            message -> assertThat(message).contains("'one'", "'two'", "Allowed targets: none"))
        .anySatisfy(message -> assertThat(message).contains("Cycle detected"));
  }
}
