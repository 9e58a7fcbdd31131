package org.libpass.web.librarian;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Slots;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decisions;
import org.libpass.policy.Policies;
import org.libpass.policy.facts.Application;
import org.libpass.process.Inbox;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.reader.Look;
import org.libpass.reader.Looks;
import org.libpass.reader.Reader;
import org.libpass.reader.Reviewed;
import org.libpass.staff.StaffAccounts;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a librarian has to see to do a task, by the task's kind. */
@Component
class TaskPages {

  private final Inbox inbox;
  private final InboxRows rows;
  private final Activations activations;
  private final TaskReaders readers;
  private final RefusalTexts refusals;
  private final StaffAccounts accounts;
  private final Looks looks;
  private final Cards cards;
  private final Slots slots;
  private final Policies policies;
  private final Decisions decisions;
  private final DecisionViews views;
  private final CirculationTaskPages circulation;
  private final SchoolTaskPages ofSchools;
  private final TaipeiClock clock;

  TaskPages(
      Inbox inbox,
      InboxRows rows,
      Activations activations,
      TaskReaders readers,
      RefusalTexts refusals,
      StaffAccounts accounts,
      Looks looks,
      Cards cards,
      Slots slots,
      Policies policies,
      Decisions decisions,
      DecisionViews views,
      CirculationTaskPages circulation,
      SchoolTaskPages ofSchools,
      TaipeiClock clock) {
    this.inbox = inbox;
    this.rows = rows;
    this.activations = activations;
    this.readers = readers;
    this.refusals = refusals;
    this.accounts = accounts;
    this.looks = looks;
    this.cards = cards;
    this.slots = slots;
    this.policies = policies;
    this.decisions = decisions;
    this.views = views;
    this.circulation = circulation;
    this.ofSchools = ofSchools;
    this.clock = clock;
  }

  /**
   * Fills the page of a task.
   *
   * @return the view's name
   */
  String fill(Inbox.Task task, StaffPrincipal librarian, Model model) {
    Inbox.Claim may = inbox.mayDecide(task.school(), task.id(), librarian.username());
    model.addAttribute("task", task);
    model.addAttribute("row", rows.row(task, librarian));
    model.addAttribute("mayDecide", may == Inbox.Claim.DONE);
    model.addAttribute("colleagues", HandingController.colleagues(accounts, librarian));
    return switch (task.kind()) {
      case ACTIVATION, CARD_REVIEW, OVERDUE -> ofReader(task, librarian, model);
      case DISAGREEMENT -> circulation.disagreement(task.subject(), model);
      case RELEASE -> circulation.release(task.subject(), model);
      case MESSAGE -> ofSchools.message(task.subject(), task.school(), model);
      case CONNECTION -> ofSchools.connection(task.subject(), model);
    };
  }

  private String ofReader(Inbox.Task task, StaffPrincipal librarian, Model model) {
    Reader reader = readers.of(task);
    looks.looked(reader.id(), librarian.username(), Look.Place.TASK);
    model.addAttribute("reader", reader);
    model.addAttribute("standard", refusals.offered(task.school(), task.kind()));
    model.addAttribute("changes", changes(reader));
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", new RefusalForm("", ""));
    }
    if (task.kind() == Inbox.Kind.ACTIVATION) {
      return activation(activations.get(task.subject()), reader, model);
    }
    Card card = cards.get(task.subject());
    return task.kind() == Inbox.Kind.OVERDUE ? overdue(card, model) : review(card, model);
  }

  /** What is new with a reader since the last review, by the field's name. */
  private Map<String, Reviewed.Change> changes(Reader reader) {
    return activations.lastReview(reader.id()).map(seen -> seen.changes(reader)).stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(change -> change.field().name(), Function.identity()));
  }

  private String activation(Activation activation, Reader reader, Model model) {
    model.addAttribute("activation", activation);
    model.addAttribute("expired", isExpired(reader));
    model.addAttribute("home", reader.homeRecord());
    model.addAttribute(
        "decision", decisions.find(activation.decision()).map(views::of).orElse(null));
    model.addAttribute(
        "earlier",
        activations.of(reader.id()).stream()
            .filter(past -> past.state() == Activation.State.REFUSED)
            .toList());
    return "librarian/task-activation";
  }

  private boolean isExpired(Reader reader) {
    return Optional.ofNullable(reader.expiry()).filter(clock.today()::isAfter).isPresent();
  }

  private String review(Card card, Model model) {
    model.addAttribute("card", card);
    model.addAttribute("decision", decisions.find(card.decision()).map(views::of).orElse(null));
    model.addAttribute("standing", slots.standing(card.school()));
    model.addAttribute("limits", policies.limits(card.school(), new Application()));
    model.addAttribute(
        "past",
        cards.ofReader(card.reader()).stream()
            .filter(other -> !other.id().equals(card.id()))
            .toList());
    return "librarian/task-card";
  }

  private String overdue(Card card, Model model) {
    model.addAttribute("card", card);
    model.addAttribute("today", clock.today());
    model.addAttribute(
        "loans", card.loansOut().stream().filter(loan -> loan.isOverdue(clock.today())).toList());
    return "librarian/task-overdue";
  }
}
