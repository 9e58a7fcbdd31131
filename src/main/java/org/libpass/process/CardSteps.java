package org.libpass.process;

import java.time.Instant;
import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Waiting;
import org.libpass.circulation.Settling;
import org.libpass.platform.TaipeiClock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What {@code card-lifecycle} asks and does. Methods are added, never changed or removed: released
 * process texts call them.
 */
@Component
class CardSteps {

  /** The transient variable that carries the card through one step of the engine. */
  static final String CARD = "card";

  private final Cards cards;
  private final Settling settling;
  private final InboxTable inbox;
  private final TaipeiClock clock;

  CardSteps(@Lazy Cards cards, @Lazy Settling settling, InboxTable inbox, TaipeiClock clock) {
    this.cards = cards;
    this.settling = settling;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Whether the card now waits at the activity of that id. */
  public boolean waitsAt(DelegateExecution execution, String activity) {
    return activityOf(card(execution).waiting()).equals(activity);
  }

  /** The end of the last valid day. */
  public Instant validDaysEnd(DelegateExecution execution) {
    return TaipeiClock.endOf(card(execution).validUntil());
  }

  /** The valid days are over: the card is taken back, or lends no more. */
  public void endValidDays(DelegateExecution execution) {
    execution.setTransientVariable(CARD, cards.endValidDays(id(execution)));
  }

  /** The end of the earliest day by which a book that is out has to be back. */
  public Instant returnByEnds(DelegateExecution execution) {
    return card(execution).earliestReturnBy().map(TaipeiClock::endOf).orElseThrow();
  }

  /** Whether librarians have to follow up a book and don't do so yet. */
  public boolean needsFollowUp(DelegateExecution execution) {
    Card card = cards.get(id(execution));
    return card.isOverdue(clock.today()) && inbox.find(Inbox.Kind.OVERDUE, card.id()).isEmpty();
  }

  /** When the card's slot has settled at the earliest. */
  public Instant settlesAt(DelegateExecution execution) {
    return cards.settlesAt(id(execution));
  }

  /** Whether nothing keeps the card's slot any more. */
  public boolean isSettled(DelegateExecution execution) {
    return settling.isSettled(id(execution));
  }

  /** The card's slot has settled. */
  public void slotSettled(DelegateExecution execution) {
    settling.settled(id(execution));
  }

  static String activityOf(Waiting waiting) {
    return switch (waiting) {
      case REVIEW -> "review";
      case ISSUED -> "issued";
      case PRINTED -> "printed";
      case ON_LOAN -> "onLoan";
      case ALL_RETURNED -> "allReturned";
      case RETURNING -> "returning";
      case SETTLING -> "settling";
      case NOTHING -> "nothing";
    };
  }

  /** The card as it is in this transaction. */
  Card card(DelegateExecution execution) {
    Object carried = execution.getTransientVariable(CARD);
    return carried instanceof Card card ? card : cards.get(id(execution));
  }

  static UUID id(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessInstanceBusinessKey());
  }
}
