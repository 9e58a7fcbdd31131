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

/** The processes that are one librarian's task: to whom it is offered, and where it leads. */
@RoutingTest
class LibrarianTaskRoutingTests {

  private static final String DISAGREEMENT = "processes/disagreement.bpmn20.xml";
  private static final String RELEASE = "processes/slot-release.bpmn20.xml";
  private static final String MESSAGE = "processes/message.bpmn20.xml";
  private static final String CONNECTION = "processes/connection-trouble.bpmn20.xml";

  @Autowired Stage stage;
  @Autowired RoutingTable table;

  @AfterEach
  void takeTheInstanceAway() {
    stage.clear();
  }

  @TestFactory
  @Deployment(resources = {DISAGREEMENT, RELEASE, MESSAGE, CONNECTION})
  Stream<DynamicTest> leads() {
    return Stream.of(disagreements(), releases(), messages(), connections())
        .flatMap(List::stream)
        .map(it -> dynamicTest(it.name(), () -> it.check().on(stage)));
  }

  @Test
  void theTablesSeeEveryFault() throws IOException {
    assertThat(table.blindFor(DISAGREEMENT, disagreements())).isEmpty();
    assertThat(table.blindFor(RELEASE, releases())).isEmpty();
    assertThat(table.blindFor(MESSAGE, messages())).isEmpty();
    assertThat(table.blindFor(CONNECTION, connections())).isEmpty();
  }

  private static List<Route> disagreements() {
    return routes("disagreement", "findOut", "disagreements");
  }

  private static List<Route> releases() {
    return routes("slot-release", "slotRelease", "releases");
  }

  private static List<Route> messages() {
    return routes("message", "readMessage", "messages");
  }

  private static List<Route> connections() {
    return routes("connection-trouble", "checkConnection", "connections");
  }

  private static List<Route> routes(String process, String task, String group) {
    return List.of(
        Route.of("opened → " + task, it -> it.begin(process).waitsAt(task)),
        Route.of(task + " is offered", it -> it.begin(process).offeredTo(task, group)),
        Route.of(
            task + " → closed",
            it ->
                it.begin(process)
                    .completed(task, "")
                    .endedAt("closed")
                    .did("create " + task, "delete " + task)));
  }
}
