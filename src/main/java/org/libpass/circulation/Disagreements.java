package org.libpass.circulation;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.Cards;
import org.libpass.card.Loan;
import org.libpass.circulation.Disagreement.Choice;
import org.libpass.circulation.Disagreement.Kind;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, ends and settles disagreements; each waits for a librarian as a task. */
@Service
public class Disagreements {

  private final DisagreementRepository table;
  private final CirculationProcess process;
  private final Cards cards;
  private final ReturnDates dates;
  private final TaipeiClock clock;

  Disagreements(
      DisagreementRepository table,
      CirculationProcess process,
      Cards cards,
      ReturnDates dates,
      TaipeiClock clock) {
    this.table = table;
    this.process = process;
    this.cards = cards;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * @throws NoSuchElementException if there is none of that id
   */
  public Disagreement get(UUID id) {
    return table.findById(id).orElseThrow();
  }

  /** All that a card had, the oldest first. */
  public List<Disagreement> of(UUID card) {
    return table.findByCardOrderByOpenedAt(card);
  }

  /** The cards with something to look at whenever the lender answers. */
  List<UUID> cardsLiveAt(SchoolCode lender) {
    return table.findCardsLiveAt(lender.value());
  }

  /**
   * What is said of one item.
   *
   * @param otherCard the other card in question
   * @param before the due date so far
   * @param due the due date there
   */
  record Case(
      Kind kind,
      String barcode,
      @Nullable String title,
      @Nullable UUID otherCard,
      @Nullable LocalDate before,
      @Nullable LocalDate due) {

    static Case of(Kind kind, Loan loan) {
      return new Case(kind, loan.barcode(), loan.title(), null, null, loan.dueDate());
    }

    Case with(UUID other) {
      return new Case(kind, barcode, title, other, before, due);
    }
  }

  /** Opens one, unless such a one is open already. */
  @Transactional(propagation = Propagation.MANDATORY)
  void open(UUID card, SchoolCode lender, Case what) {
    boolean there =
        table.findLive(card, lender.value()).stream()
            .anyMatch(
                live ->
                    live.isOpen()
                        && live.kind() == what.kind()
                        && live.barcode().equals(what.barcode()));
    if (there) {
      return;
    }
    Disagreement opened =
        new Disagreement(
            UUID.randomUUID(),
            what.kind(),
            card,
            lender.value(),
            what.barcode(),
            what.title(),
            what.otherCard(),
            what.before(),
            what.due(),
            clock.instant());
    table.save(opened);
    process.disagreed(opened.id(), lender);
  }

  /** Whether a librarian has said that the lender's system is wrong about the item. */
  boolean isOverlooked(UUID card, SchoolCode lender, String barcode) {
    return table.findLive(card, lender.value()).stream()
        .anyMatch(live -> live.isOverlooked() && live.barcode().equals(barcode));
  }

  /** Whether one of the kind is open about the item. */
  boolean isOpen(UUID card, SchoolCode lender, String barcode, Kind kind) {
    return table.findLive(card, lender.value()).stream()
        .anyMatch(live -> live.isOpen() && live.kind() == kind && live.barcode().equals(barcode));
  }

  /** Whether a librarian has settled one of the kind about the item since then. */
  boolean wasSettled(UUID card, SchoolCode lender, Kind kind, Loan loan) {
    return table.findByCardOrderByOpenedAt(card).stream()
        .anyMatch(
            past ->
                past.kind() == kind
                    && past.choice() != null
                    && past.lender().equals(lender)
                    && past.barcode().equals(loan.barcode())
                    && !past.openedAt().isBefore(loan.lentAt()));
  }

  /** The lender's system names the item: what was open for its absence ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  void shown(UUID card, SchoolCode lender, String barcode) {
    over(card, lender, barcode);
  }

  /**
   * The lender's system names only these: what was open about others, or about items back, ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void onlyShown(Card holder, SchoolCode lender, List<String> barcodes) {
    UUID card = holder.id();
    Predicate<Disagreement> gone = live -> !barcodes.contains(live.barcode());
    end(
        card,
        lender,
        live ->
            live.kind().isOfAbsence()
                ? holder.itemOut(lender, live.barcode()).isEmpty()
                : live.kind().isOfPresence() && gone.test(live));
    for (Disagreement live : table.findLive(card, lender.value())) {
      if (live.isOverlooked() && gone.test(live)) {
        live.noticeAgain();
        table.save(live);
      }
    }
  }

  /** The item is out no more: nothing is open about its absence from the system. */
  @Transactional(propagation = Propagation.MANDATORY)
  void over(UUID card, SchoolCode lender, String barcode) {
    end(card, lender, live -> live.barcode().equals(barcode) && live.kind().isOfAbsence());
  }

  private void end(UUID card, SchoolCode lender, Predicate<Disagreement> which) {
    for (Disagreement live : table.findLive(card, lender.value())) {
      if (live.isOpen() && which.test(live)) {
        live.agree(clock.instant());
        table.save(live);
        process.settled(live.id());
      }
    }
  }

  /**
   * A librarian of the lending school settles one.
   *
   * @param by the librarian's account
   * @param note in words, at most 500 characters, null for none
   * @return false when it was settled meanwhile, or the cards have changed so that the choice fits
   *     no more: nothing was done
   * @throws IllegalStateException if it is not one of the kind's choices
   */
  @Transactional
  public boolean settle(UUID id, Choice choice, String by, @Nullable String note) {
    UUID cardId = get(id).card();
    UUID other = get(id).otherCard();
    Card card = cards.lock(cardId);
    Disagreement it = get(id);
    if (!it.isOpen() || !apply(it, card, other, choice, by)) {
      return false;
    }
    it.settle(choice, by, note, clock.instant());
    table.save(it);
    process.settled(id);
    return true;
  }

  private boolean apply(
      Disagreement it, Card card, @Nullable UUID other, Choice choice, String by) {
    return switch (choice) {
      case STANDS, OVERLOOKED -> true;
      case BACK -> back(it, card, by);
      case NEVER_LENT -> struck(it, card, by);
      case MOVED -> moved(it, card, other, by);
      case FORMER -> other != null && lent(it, cards.lock(other), by);
      case PRESENT, OUT_AGAIN -> lent(it, card, by);
    };
  }

  private boolean back(Disagreement it, Card card, String by) {
    if (card.itemOut(it.lender(), it.barcode()).isEmpty()) {
      return false;
    }
    cards.takeBack(card, it.lender(), it.barcode(), byHand(by));
    return true;
  }

  private boolean struck(Disagreement it, Card card, String by) {
    if (card.itemOut(it.lender(), it.barcode()).isEmpty()) {
      return false;
    }
    cards.strike(card, it.lender(), it.barcode(), by);
    return true;
  }

  private boolean moved(Disagreement it, Card card, @Nullable UUID other, String by) {
    if (other == null) {
      return false;
    }
    Card from = cards.lock(other);
    if (from.itemOut(it.lender(), it.barcode()).isPresent()) {
      cards.takeBack(from, it.lender(), it.barcode(), byHand(by));
      cards.goneFromSystem(from, it.lender(), it.barcode());
      over(from.id(), it.lender(), it.barcode());
    }
    return lent(it, card, by);
  }

  private boolean lent(Disagreement it, Card card, String by) {
    if (!card.wasIssued() || cards.withItemOut(it.lender(), it.barcode()).isPresent()) {
      return false;
    }
    cards.goneFromSystem(card, it.lender(), it.barcode());
    cards.record(
        card,
        new Loan.Item(it.barcode(), it.title(), null),
        it.lender(),
        dates.saidOrUsual(it.lender(), it.dueDate()),
        new Loan.Step(Loan.Via.SYSTEM, by, clock.instant()));
    return true;
  }

  private Loan.Step byHand(String by) {
    return new Loan.Step(Loan.Via.HAND, by, clock.instant());
  }
}
