package org.libpass.process;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.libpass.card.Card;
import org.libpass.card.CardProcess;
import org.libpass.card.Waiting;
import org.libpass.platform.TaipeiClock;
import org.libpass.process.Waits.Wait;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets cards wait in {@code card-lifecycle}.
 *
 * <p>The engine is called only when something that it watches has changed: the waiting activity, or
 * the earliest return-by date.
 */
@Component
class EngineCardProcess implements CardProcess {

  private static final String PROCESS = "card-lifecycle";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Waits waits;
  private final InboxTable inbox;
  private final TaipeiClock clock;

  EngineCardProcess(
      @Lazy RuntimeService runtime,
      @Lazy TaskService tasks,
      Waits waits,
      InboxTable inbox,
      TaipeiClock clock) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.waits = waits;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public void begun(Card card) {
    EngineFailure.unwrapped(
        () ->
            runtime
                .createProcessInstanceBuilder()
                .processDefinitionKey(PROCESS)
                .businessKey(card.id().toString())
                .transientVariable(CardSteps.CARD, card)
                .start());
  }

  @Override
  public void changed(Card card) {
    Optional<Wait> waiting = waits.of(card.id());
    if (waiting.isEmpty()) {
      begun(card); // its life was over, and then a book of its time has shown up
      return;
    }
    Wait wait = waiting.get();
    EngineFailure.unwrapped(
        () -> {
          move(card, wait);
          if (card.hadLateLoan(clock.today()) && !card.isOverdue(clock.today())) {
            closeFollowUp(card.id());
          }
        });
  }

  private void move(Card card, Wait wait) {
    Map<String, Object> carried = Map.of(CardSteps.CARD, card);
    if (wait.activity().equals(CardSteps.activityOf(Waiting.REVIEW))) {
      String review = inbox.find(Inbox.Kind.CARD_REVIEW, card.id()).orElseThrow();
      tasks.complete(review, Map.of(), carried);
    } else if (!waitsAsBefore(card, wait)) {
      runtime.trigger(wait.execution(), Map.of(), carried);
    }
  }

  private static boolean waitsAsBefore(Card card, Wait wait) {
    return wait.activity().equals(CardSteps.activityOf(card.waiting()))
        && Objects.equals(wait.returnBy(), card.earliestReturnBy().orElse(null));
  }

  private void closeFollowUp(UUID card) {
    inbox.find(Inbox.Kind.OVERDUE, card).ifPresent(tasks::complete);
  }
}
