package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.libpass.policy.facts.Application;

/**
 * That the silence in {@link HostileFilesTest} means something: handed to the rule engine as they
 * are, such files are heard, some of them while they are compiled.
 */
@DisplayName("Without the gate, a hostile rule file")
public class CanaryTest {

  private static final String HEAD =
      """
      import org.libpass.policy.facts.*;
      import org.libpass.policy.Limits;
      global org.libpass.policy.CanaryTest.Verbs decision;
      global org.libpass.policy.CanaryTest.Verbs limits;
      """;

  /** Verbs that do nothing. */
  public static final class Verbs {
    /** Nothing. */
    public void grant() {}

    /** Nothing. */
    public void refuse(String... texts) {}

    /** Nothing. */
    public void validDays(int days) {}
  }

  static List<HostileFile> files() {
    return HostileFile.all().stream().filter(file -> !file.stock().equals("-")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void runsItsCode(HostileFile file) {
    KieBase base = build(file);
    Set<String> heard = Canary.heard();
    if (file.stock().equals("run")) {
      assertThat(heard).as("while compiling").isEmpty();
      decide(base);
      heard = Canary.heard();
    }
    assertThat(heard).hasSize(1);
  }

  private static KieBase build(HostileFile file) {
    KieServices services = KieServices.get();
    ReleaseId release =
        services.newReleaseId("org.libpass.hostile", file.name().replace('/', '.'), "1");
    try {
      return new KieHelper()
          .setReleaseId(release)
          .addContent(HEAD + new String(file.bytes(), StandardCharsets.UTF_8), ResourceType.DRL)
          .build(ExecutableModelProject.class);
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static void decide(KieBase base) {
    KieSession session = base.newKieSession();
    try {
      base.getKiePackages().stream()
          .flatMap(it -> it.getGlobalVariables().stream())
          .filter(global -> global.getType().endsWith("Verbs"))
          .forEach(global -> session.setGlobal(global.getName(), new Verbs()));
      session.insert(new Application());
      session.insert(Cases.steve().now());
      session.fireAllRules(10);
    } finally {
      session.dispose();
    }
  }

  @Test
  void isHeardAtBothTimes() {
    assertThat(files()).filteredOn(file -> file.stock().equals("build")).hasSizeGreaterThan(7);
    assertThat(files()).filteredOn(file -> file.stock().equals("run")).hasSizeGreaterThan(10);
  }

  @AfterEach
  void silence() {
    Canary.heard();
  }
}
