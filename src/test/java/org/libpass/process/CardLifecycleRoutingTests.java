package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.libpass.process.PlayedSteps.RETURN_BY_ENDS;
import static org.libpass.process.PlayedSteps.SETTLES_AT;
import static org.libpass.process.PlayedSteps.VALID_DAYS_END;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.test.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Where {@code card-lifecycle} leads from each activity, by each answer and each timer. */
@RoutingTest
class CardLifecycleRoutingTests {

  private static final String FILE = "processes/card-lifecycle.bpmn20.xml";

  private static final List<String> STATES =
      List.of("review", "issued", "printed", "onLoan", "allReturned", "returning", "settling");
  private static final List<String> RECEIVES = STATES.subList(1, STATES.size());

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

  @Test
  @Deployment(resources = FILE)
  void aCardThatStandsNowhereStopsTheStep() {
    assertThatThrownBy(() -> stage.card("nothing")).isInstanceOf(FlowableException.class);
    stage.card("issued");
    assertThatThrownBy(() -> stage.told("issued", "nothing")).isInstanceOf(FlowableException.class);
    stage.waitsAt("issued");
  }

  static List<Route> routes() {
    List<Route> all = new ArrayList<>();
    for (String state : STATES) {
      all.add(Route.of("start → " + state, it -> it.card(state)));
    }
    for (String from : RECEIVES) {
      for (String to : STATES) {
        all.add(Route.of(from + " → " + to, it -> it.card(from).told(from, to).waitsAt(to)));
      }
      all.add(
          Route.of(
              from + " waitingSteps start",
              it -> it.card(from).did("waits at " + from).told(from, from).did(twice(from))));
    }
    all.addAll(reviews());
    all.addAll(ends());
    all.addAll(followUps());
    return all;
  }

  private static String[] twice(String state) {
    return new String[] {"waits at " + state, "waits at " + state};
  }

  private static List<Route> reviews() {
    return List.of(
        Route.of(
            "review offered inboxSteps cardGroup",
            it -> it.card("review").offeredTo("review", "cards")),
        Route.of(
            "review approved → issued inboxSteps",
            it ->
                it.card("review")
                    .did("waits at review", "create review")
                    .completed("review", "issued")
                    .waitsAt("issued")
                    .did("waits at review", "create review", "delete review", "waits at issued")),
        Route.of(
            "review refused or withdrawn → notIssued",
            it ->
                it.card("review")
                    .completed("review", "nothing")
                    .endedAt("notIssued")
                    .did("waits at review", "create review", "delete review", "waits no more")));
  }

  private static List<Route> ends() {
    return List.of(
        daysOver("issued", "takeBack", "settling", "settling"),
        daysOver("printed", "takeBack", "settling", "settling"),
        daysOver("onLoan", "endLending stillOut", "returning", "returning"),
        daysOver("onLoan", "endLending stillOut", "nothing", "settling"),
        daysOver("allReturned", "endLending stillOut", "settling", "settling"),
        daysOver("allReturned", "endLending stillOut", "returning", "returning"),
        Route.of(
            "settling settled letGo freeSlot → over",
            it ->
                settled(it.card("settling"), true)
                    .fired("settled", SETTLES_AT, "nothing")
                    .endedAt("over")
                    .did("waits at settling", "slotSettled", "waits no more")),
        Route.of(
            "settling settled letGo settlesOn → settling",
            it ->
                settled(it.card("settling"), false)
                    .fired("settled", SETTLES_AT, "nothing")
                    .waitsAt("settling")
                    .did("waits at settling", "waits at settling")));
  }

  private static Stage settled(Stage stage, boolean settled) {
    stage.steps().settled = settled;
    return stage;
  }

  private static Route daysOver(String from, String by, String answer, String to) {
    String timer = from + "DaysOver";
    return Route.of(
        "%s %s %s %s → %s".formatted(from, timer, by, answer, to),
        it ->
            it.card(from)
                .fired(timer, VALID_DAYS_END, answer)
                .waitsAt(to)
                .did("waits at " + from, "endValidDays", "waits at " + to));
  }

  private static List<Route> followUps() {
    List<Route> all = new ArrayList<>();
    for (String from : List.of("onLoan", "returning")) {
      String late = from + "Overdue";
      all.add(
          Route.of(
              from + " " + late + " → overdueFollowUp, and stays",
              it -> overdue(it, from, true).waitsAt(from, "overdueFollowUp")));
      all.add(
          Route.of(
              from + " " + late + " followed up already noFollowUp → followUpOver",
              it -> overdue(it, from, false).waitsAt(from)));
      all.add(
          Route.of(
              from + " " + late + " with a later date, once more: one overdueFollowUp",
              it -> {
                overdue(it, from, true).told(from, from).waitsAt(from, "overdueFollowUp");
                it.steps().followUp = false;
                it.fired(late, RETURN_BY_ENDS, from).waitsAt(from, "overdueFollowUp");
              }));
    }
    all.add(
        Route.of(
            "overdueFollowUp offered cardGroup inboxSteps",
            it -> overdue(it, "onLoan", true).offeredTo("overdueFollowUp", "cards")));
    all.add(
        Route.of(
            "overdueFollowUp done → followUpOver inboxSteps",
            it ->
                overdue(it, "onLoan", true)
                    .completed("overdueFollowUp", "onLoan")
                    .waitsAt("onLoan")
                    .did("waits at onLoan", "create overdueFollowUp", "delete overdueFollowUp")));
    all.add(
        Route.of(
            "overdueFollowUp open, settled → over",
            it ->
                settled(overdue(it, "returning", true), true)
                    .told("returning", "settling")
                    .waitsAt("settling", "overdueFollowUp")
                    .fired("settled", SETTLES_AT, "nothing")
                    .endedAt("over")));
    return all;
  }

  private static Stage overdue(Stage stage, String from, boolean followUp) {
    stage.steps().followUp = followUp;
    return stage.card(from).fired(from + "Overdue", RETURN_BY_ENDS, from);
  }
}
