package org.libpass.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Card;
import org.libpass.card.CardEvent;
import org.libpass.card.Cards;
import org.libpass.policy.Decisions;
import org.libpass.policy.KeptDecision;
import org.libpass.policy.Reason;
import org.libpass.reader.Activation;
import org.libpass.reader.ActivationDecided;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderEvent;
import org.libpass.reader.Readers;
import org.libpass.reader.SignInLinkAsked;
import org.libpass.school.Schools;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears what happens and has it written to the reader, in the transaction in which it happens: what
 * is rolled back is not told, and what is kept is not forgotten.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class News {

  private final Letters letters;
  private final Readers readers;
  private final Activations activations;
  private final Cards cards;
  private final Decisions decisions;
  private final Schools schools;

  News(
      Letters letters,
      Readers readers,
      Activations activations,
      Cards cards,
      Decisions decisions,
      Schools schools) {
    this.letters = letters;
    this.readers = readers;
    this.activations = activations;
    this.cards = cards;
    this.decisions = decisions;
    this.schools = schools;
  }

  @EventListener
  void hear(ActivationDecided event) {
    Reader reader = readers.get(event.reader());
    if (event.granted()) {
      letters.write(reader, "activation-granted", event.activation(), "/me/cards/new");
    } else {
      Activation refused = activations.get(event.activation());
      String why = letters.why(reader, refused.reason(), reasons(refused.decision()));
      letters.write(reader, "activation-refused", refused.id(), "/me/activation", why);
    }
  }

  @EventListener
  void hear(ReaderEvent event) {
    Reader reader = readers.get(event.reader());
    switch (event.kind()) {
      case SUSPENDED -> tellOfStanding(reader, "reader-suspended", "/contacts", event.note());
      case LIFTED -> tellOfStanding(reader, "reader-lifted", "/me/cards/new", event.note());
      case LEAVING, STAYING -> {
        // Whole years leave at once and know it; an application says what it means.
      }
    }
  }

  private void tellOfStanding(Reader reader, String news, String path, @Nullable String note) {
    letters.write(reader, news, reader.id(), path, letters.why(reader, note, List.of()));
  }

  @EventListener
  void hear(SignInLinkAsked event) {
    letters.write(readers.get(event.reader()), event);
  }

  /** Of all that happens to a card, what the reader did not do in person or can't know. */
  @EventListener
  void hear(CardEvent event) {
    switch (event.kind()) {
      case ISSUED -> issued(event);
      case REFERRED -> tell(event, "card-referred", "/me/applications/" + event.card());
      case REFUSED -> refused(event);
      case EXPIRED -> tellOfCard(event, "card-expired", "/me/cards/new");
      case REVOKED -> revoked(event);
      case CLOSED -> tellOfCard(event, "card-closed", "/me/cards/new");
      case SEEN_LENT -> seenLent(event);
      case DUE_CHANGED -> tellOfItem(event, "due-changed");
      case SETTLED_LOST, SETTLED_PAID -> tellOfItem(event, "loan-settled");
      case FINE_RECORDED -> tellOfItem(event, "fine-recorded");
      case FINE_LIFTED -> tellOfItem(event, "fine-lifted");
      case WITHDRAWN,
          PRINTED,
          REPRINTED,
          LOST,
          LENT,
          TAKEN_BACK,
          SEEN_BACK,
          STRUCK,
          LENDING_UNDONE,
          RETURN_UNDONE,
          DONE,
          VALID_DAYS_OVER,
          CANCELLED -> {
        // The reader has just done it, stands at the desk, or was told the date before.
      }
    }
  }

  private void tell(CardEvent event, String news, String path) {
    letters.write(readers.get(event.reader()), news, event.card(), path);
  }

  private void tellOfCard(CardEvent event, String news, String path) {
    String number = cards.get(event.card()).number().value();
    letters.write(readers.get(event.reader()), news, event.card(), path, number);
  }

  /** On a card that has ended nobody expects a book any more: its reader is told. */
  private void seenLent(CardEvent event) {
    Card card = cards.get(event.card());
    if (!card.isOpen()) {
      tellOfItem(event, "late-loan", card);
    }
  }

  private void tellOfItem(CardEvent event, String news) {
    tellOfItem(event, news, cards.get(event.card()));
  }

  private void tellOfItem(CardEvent event, String news, Card card) {
    Reader reader = readers.get(event.reader());
    String number = card.number().value();
    String lender =
        event.school() == null ? "" : schools.get(event.school()).name(reader.language());
    letters.write(
        reader, news, card.id(), "/me/cards/" + number, number, event.item(), lender, event.note());
  }

  private void issued(CardEvent event) {
    Reader reader = readers.get(event.reader());
    Card card = cards.get(event.card());
    String number = card.number().value();
    String until = letters.date(reader, card.validUntil());
    letters.write(reader, "card-issued", card.id(), "/me/cards/" + number, number, until);
  }

  private void refused(CardEvent event) {
    Reader reader = readers.get(event.reader());
    Card application = cards.get(event.card());
    String why = letters.why(reader, event.note(), reasons(application.decision()));
    String path = "/me/applications/" + application.id();
    letters.write(reader, "card-refused", application.id(), path, why);
  }

  private void revoked(CardEvent event) {
    Reader reader = readers.get(event.reader());
    String number = cards.get(event.card()).number().value();
    String why = letters.why(reader, event.note(), List.of());
    letters.write(reader, "card-revoked", event.card(), "/me/cards/" + number, number, why);
  }

  private List<Reason> reasons(UUID decision) {
    return decisions.find(decision).map(KeptDecision::reasons).orElse(List.of());
  }
}
