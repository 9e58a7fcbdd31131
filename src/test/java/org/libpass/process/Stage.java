package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.delegate.event.FlowableActivityEvent;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;

/** One process instance at a time, on played steps, told in the words of a routing table. */
class Stage {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final PlayedSteps steps;
  private final List<String> passed = new ArrayList<>();

  private String instance = "";

  Stage(
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      PlayedSteps steps) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.steps = steps;
    runtime.addEventListener(new Passed(), FlowableEngineEventType.ACTIVITY_STARTED);
  }

  PlayedSteps steps() {
    return steps;
  }

  /** A new instance; the one before is taken away. */
  Stage begin(String process) {
    clear();
    instance = runtime.startProcessInstanceByKey(process, UUID.randomUUID().toString()).getId();
    return this;
  }

  /** A new card that stands there. */
  Stage card(String at) {
    steps.answer = at;
    return begin("card-lifecycle").waitsAt(at);
  }

  /** The receive task is left, and the card then stands as {@code answer} says. */
  Stage told(String from, String answer) {
    steps.answer = answer;
    String execution =
        runtime
            .createExecutionQuery()
            .processInstanceId(instance)
            .activityId(from)
            .singleResult()
            .getId();
    runtime.trigger(execution);
    return this;
  }

  /** The user task is done, and the card then stands as {@code answer} says. */
  Stage completed(String task, String answer) {
    steps.answer = answer;
    tasks.complete(task(task).getId());
    return this;
  }

  /** The boundary timer is due at that moment and fires; then the card stands so. */
  Stage fired(String boundary, Instant due, String answer) {
    steps.answer = answer;
    Job timer =
        management
            .createTimerJobQuery()
            .processInstanceId(instance)
            .elementId(boundary)
            .singleResult();
    assertThat(timer).as(boundary).isNotNull();
    assertThat(timer.getDuedate()).isEqualTo(Date.from(due));
    management.moveTimerToExecutableJob(timer.getId());
    management.executeJob(timer.getId());
    return this;
  }

  /** The instance waits at these activities and at no other. */
  Stage waitsAt(String... activities) {
    assertThat(runtime.getActiveActivityIds(instance))
        .filteredOn(activity -> !isBoundaryEvent(activity))
        .containsExactlyInAnyOrder(activities);
    return this;
  }

  private boolean isBoundaryEvent(String activity) {
    String definition =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getProcessDefinitionId();
    return repository.getBpmnModel(definition).getFlowElement(activity) instanceof BoundaryEvent;
  }

  /** Only these may take on the task. */
  Stage offeredTo(String task, String group) {
    assertThat(tasks.createTaskQuery().taskId(task(task).getId()).taskCandidateGroup(group).count())
        .as("%s for %s", task, group)
        .isEqualTo(1);
    return this;
  }

  /** The instance has ended, there at last. */
  Stage endedAt(String end) {
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    assertThat(passed).last().isEqualTo(end);
    return this;
  }

  /** All that the steps did so far. */
  Stage did(String... what) {
    assertThat(steps.done).containsExactly(what);
    return this;
  }

  /** Takes the instance away. */
  void clear() {
    if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
      runtime.deleteProcessInstance(instance, "over");
    }
    steps.done.clear();
    passed.clear();
  }

  private Task task(String key) {
    Task task =
        tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(key).singleResult();
    assertThat(task).as(key).isNotNull();
    return task;
  }

  private final class Passed extends AbstractFlowableEventListener {

    @Override
    public void onEvent(FlowableEvent event) {
      passed.add(((FlowableActivityEvent) event).getActivityId());
    }

    @Override
    public boolean isFailOnException() {
      return true;
    }
  }
}
