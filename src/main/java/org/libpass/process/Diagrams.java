package org.libpass.process;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.libpass.card.Card;
import org.libpass.card.Waiting;
import org.libpass.process.Diagram.Edge;
import org.libpass.process.Diagram.Kind;
import org.libpass.process.Diagram.Point;
import org.libpass.process.Diagram.Shape;
import org.springframework.stereotype.Service;

/** Draws where a card stands, in the process text by which it goes. */
@Service
public class Diagrams {

  private static final String CARD = "card-lifecycle";
  private static final String FOLLOW_UP = "overdueFollowUp";

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final Waits waits;
  private final InboxTable inbox;
  private final Map<String, Diagram> drawn = new ConcurrentHashMap<>();

  Diagrams(RepositoryService repository, RuntimeService runtime, Waits waits, InboxTable inbox) {
    this.repository = repository;
    this.runtime = runtime;
    this.waits = waits;
    this.inbox = inbox;
  }

  /** The card's process with the steps marked at which it waits, or the end that it has come to. */
  public Diagram of(Card card) {
    Diagram diagram = drawn.computeIfAbsent(definition(card), this::draw);
    Set<String> current = new HashSet<>();
    waits.of(card.id()).map(Waits.Wait::activity).ifPresent(current::add);
    if (current.isEmpty()) {
      current.add(card.wasIssued() ? "over" : "notIssued");
    }
    if (inbox.find(Inbox.Kind.OVERDUE, card.id()).isPresent()) {
      current.add(FOLLOW_UP);
    }
    return diagram.at(current);
  }

  /** The text that the card goes by; the newest one for a card whose process is over. */
  private String definition(Card card) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(card.id().toString(), CARD)
                .singleResult())
        .map(ProcessInstance::getProcessDefinitionId)
        .orElseGet(
            () ->
                repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(CARD)
                    .latestVersion()
                    .singleResult()
                    .getId());
  }

  private Diagram draw(String definition) {
    BpmnModel model = repository.getBpmnModel(definition);
    Process process = model.getMainProcess();
    List<Shape> shapes =
        process.findFlowElementsOfType(FlowNode.class).stream()
            .map(node -> shape(node, model.getGraphicInfo(node.getId())))
            .sorted(Comparator.comparingInt(Shape::x).thenComparingInt(Shape::y))
            .toList();
    Map<String, List<Point>> ways = DrawnWays.read(repository.getProcessModel(definition));
    List<Edge> edges =
        process.findFlowElementsOfType(SequenceFlow.class).stream()
            .map(flow -> edge(flow, ways.getOrDefault(flow.getId(), List.of())))
            .filter(edge -> edge.points().size() > 1)
            .toList();
    List<String> steps =
        Stream.of(Waiting.values())
            .map(CardSteps::activityOf)
            .filter(id -> process.getFlowElement(id) != null)
            .toList();
    return new Diagram(process.getId(), shapes, edges, steps, Set.of());
  }

  private static Shape shape(FlowNode node, GraphicInfo place) {
    return new Shape(
        node.getId(),
        kind(node),
        name(node),
        (int) place.getX(),
        (int) place.getY(),
        (int) place.getWidth(),
        (int) place.getHeight());
  }

  private static Kind kind(FlowNode node) {
    if (node instanceof Gateway) {
      return Kind.GATEWAY;
    }
    if (node instanceof BoundaryEvent) {
      return Kind.TIMER;
    }
    if (node instanceof StartEvent) {
      return Kind.START;
    }
    if (node instanceof EndEvent) {
      return Kind.END;
    }
    return node instanceof ServiceTask ? Kind.STEP : Kind.WAIT;
  }

  private static Edge edge(SequenceFlow flow, List<Point> points) {
    return new Edge(flow.getId(), name(flow), points);
  }

  private static String name(FlowElement element) {
    return Optional.ofNullable(element.getName()).orElse("");
  }
}
