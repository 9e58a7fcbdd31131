package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.flowable.engine.test.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Where {@code activation-review} leads by each answer. */
@RoutingTest
class ActivationReviewRoutingTests {

  private static final String PROCESS = "activation-review";
  private static final String FILE = "processes/activation-review.bpmn20.xml";

  @Autowired Stage stage;
  @Autowired RoutingTable table;

  @AfterEach
  void takeTheInstanceAway() {
    stage.clear();
  }

  @TestFactory
  @Deployment(resources = FILE)
  Stream<DynamicTest> leads() {
    return routes().stream().map(it -> dynamicTest(it.name(), () -> it.check().on(stage)));
  }

  @Test
  void theTableSeesEveryFault() throws IOException {
    assertThat(table.blindFor(FILE, routes())).isEmpty();
  }

  static List<Route> routes() {
    return List.of(
        Route.of("submitted → activationReview", it -> begun(it).waitsAt("activationReview")),
        Route.of(
            "activationReview is offered",
            it -> begun(it).offeredTo("activationReview", "activations")),
        Route.of(
            "activationReview → granted", it -> decided(it, true).endedAt("granted").did(INBOX)),
        Route.of(
            "activationReview → refused", it -> decided(it, false).endedAt("refused").did(INBOX)));
  }

  private static final String[] INBOX = {"create activationReview", "delete activationReview"};

  private static Stage begun(Stage stage) {
    return stage.begin(PROCESS);
  }

  private static Stage decided(Stage stage, boolean granted) {
    begun(stage).steps().granted = granted;
    return stage.completed("activationReview", "");
  }
}
