package org.libpass.process;

import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.ExecutionListener;
import org.libpass.process.Waits.Wait;
import org.springframework.stereotype.Component;

/** Writes down where a card's process waits: at the start of a waiting activity, until its end. */
@Component
class WaitingSteps implements ExecutionListener {

  private static final long serialVersionUID = 1L;

  private final transient Waits waits;
  private final transient CardSteps cards;

  WaitingSteps(Waits waits, CardSteps cards) {
    this.waits = waits;
    this.cards = cards;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (EVENTNAME_END.equals(execution.getEventName())) {
      waits.remove(CardSteps.id(execution));
      return;
    }
    waits.put(
        CardSteps.id(execution),
        new Wait(
            execution.getCurrentActivityId(),
            execution.getId(),
            cards.card(execution).earliestReturnBy().orElse(null)));
  }
}
