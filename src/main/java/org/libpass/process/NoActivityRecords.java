package org.libpass.process;

import java.util.Date;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.ActivityInstanceEntityManagerImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisActivityInstanceDataManager;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the engine from writing a row for every activity and every flow that a running instance
 * passes. Whatever the history level it does so, for queries only, and that was half of all its
 * statements. Where an instance waits is in its executions, where a card has been in its timeline.
 */
final class NoActivityRecords extends ActivityInstanceEntityManagerImpl {

  NoActivityRecords(ProcessEngineConfigurationImpl engine) {
    super(engine, new MybatisActivityInstanceDataManager(engine));
  }

  @Override
  public void recordActivityStart(ExecutionEntity execution) {
    // No record.
  }

  @Override
  public void recordActivityEnd(ExecutionEntity execution, @Nullable String deleteReason) {
    // No record.
  }

  @Override
  public void recordSequenceFlowTaken(ExecutionEntity execution) {
    // No record.
  }

  @Override
  public void recordSubProcessInstanceStart(ExecutionEntity parent, ExecutionEntity child) {
    // No record.
  }

  @Override
  public void recordTaskCreated(TaskEntity task, @Nullable ExecutionEntity execution) {
    // No record.
  }

  @Override
  public void recordActivityTaskEnd(
      TaskEntity task,
      ExecutionEntity execution,
      @Nullable String userId,
      @Nullable String deleteReason,
      Date endTime) {
    // No record.
  }

  @Override
  public void recordTaskInfoChange(TaskEntity task, Date changeTime) {
    // No record.
  }

  @Override
  public void syncUserTaskExecution(
      ExecutionEntity execution, FlowElement newElement, String oldActivityId, TaskEntity task) {
    // No record.
  }
}
