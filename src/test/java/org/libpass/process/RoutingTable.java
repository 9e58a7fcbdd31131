package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.flowable.engine.RepositoryService;
import org.springframework.core.io.ClassPathResource;

/** Sees that a routing table fails on every mutant of its process file. */
class RoutingTable {

  private final RepositoryService repository;
  private final Stage stage;

  RoutingTable(RepositoryService repository, Stage stage) {
    this.repository = repository;
    this.stage = stage;
  }

  /**
   * @param file on the class path
   * @return the faults that the table does not see
   */
  List<String> blindFor(String file, List<Route> routes) throws IOException {
    String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    List<Mutant> mutants = Mutant.of(text);
    assertThat(mutants).as("mutants of " + file).hasSizeGreaterThan(4);
    List<String> unseen = new ArrayList<>();
    for (Mutant mutant : mutants) {
      if (!sees(mutant, file, routes)) {
        unseen.add(mutant.fault());
      }
    }
    return unseen;
  }

  private boolean sees(Mutant mutant, String file, List<Route> routes) {
    String deployment =
        repository
            .createDeployment()
            // Which would read the schema's own files anew for each mutant.
            .disableSchemaValidation()
            .addString(file, mutant.text())
            .deploy()
            .getId();
    try {
      // Those first whose names have most in common with the fault: one failure is enough.
      return routes.stream()
          .sorted(Comparator.comparing((Route route) -> nearness(route, mutant)).reversed())
          .anyMatch(this::fails);
    } finally {
      stage.clear();
      repository.deleteDeployment(deployment, true);
    }
  }

  private static long nearness(Route route, Mutant mutant) {
    return List.of(route.name().split(" ")).stream().filter(mutant.fault()::contains).count();
  }

  private boolean fails(Route route) {
    try {
      route.check().on(stage);
      return false;
    } catch (AssertionError | RuntimeException seen) {
      return true;
    }
  }
}
