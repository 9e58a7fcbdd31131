package org.libpass.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/**
 * A card and a lending school's library system say different things of an item. A librarian of that
 * school settles it with one of its kind's choices, or it ends by itself when both agree again.
 */
public class Disagreement {

  @Id private final UUID id;
  @Version private int version;
  private final Kind kind;
  private final UUID card;
  private final String lender;
  private final String barcode;
  private final @Nullable String title;
  private final @Nullable UUID otherCard;
  private final @Nullable LocalDate beforeDate;
  private final @Nullable LocalDate dueDate;
  private final Instant openedAt;
  private @Nullable Boolean stillOpen;
  private @Nullable Instant settledAt;
  private @Nullable String settledBy;
  private @Nullable Choice choice;
  private @Nullable String note;
  private boolean overlooked;

  @PersistenceCreator
  Disagreement(
      UUID id,
      Kind kind,
      UUID card,
      String lender,
      String barcode,
      @Nullable String title,
      @Nullable UUID otherCard,
      @Nullable LocalDate beforeDate,
      @Nullable LocalDate dueDate,
      Instant openedAt) {
    this.id = id;
    this.kind = kind;
    this.card = card;
    this.lender = lender;
    this.barcode = barcode;
    this.title = title;
    this.otherCard = otherCard;
    this.beforeDate = beforeDate;
    this.dueDate = dueDate;
    this.openedAt = openedAt;
    this.stillOpen = true;
  }

  /** What does not agree, and what a librarian may choose. */
  public enum Kind {
    /** Lent by hand; the system does not show it on the slot's account. */
    UNKNOWN_THERE(Choice.STANDS, Choice.BACK, Choice.NEVER_LENT),
    /** The system lent it although the card could lend no more; it is written on the card. */
    BEYOND(Choice.STANDS, Choice.NEVER_LENT),
    /** It was lent on paper although the card or policy said no; it is written on the card. */
    ON_PAPER(Choice.STANDS, Choice.NEVER_LENT),
    /** The system shows it on this card's account; it is out on another card. */
    ON_ANOTHER_CARD(Choice.MOVED, Choice.OVERLOOKED),
    /** The system shows it on an account that was let go while the system could not be asked. */
    WHOSE(Choice.FORMER, Choice.PRESENT, Choice.OVERLOOKED),
    /** It is gone from the account, and claimed returned, lost or missing. */
    NOWHERE(Choice.BACK, Choice.STANDS),
    /** Taken back by hand; the system still has it charged. */
    STILL_CHARGED(Choice.OVERLOOKED, Choice.OUT_AGAIN),
    /** The system has a later due date: it was renewed there. The date is taken. */
    RENEWED(Choice.STANDS);

    private final List<Choice> choices;

    Kind(Choice... choices) {
      this.choices = List.of(choices);
    }

    /** Whether it ends by itself once the library system and the card say the same. */
    public boolean endsByItself() {
      return this != RENEWED && this != BEYOND && this != ON_PAPER;
    }

    /** Whether it is that the system does not name an item that is out. */
    public boolean isOfAbsence() {
      return this == UNKNOWN_THERE || this == NOWHERE;
    }

    /** Whether it is that the system names an item that is not out on the card. */
    boolean isOfPresence() {
      return this == ON_ANOTHER_CARD || this == WHOSE || this == STILL_CHARGED;
    }

    /** What a librarian may choose, the most likely first. */
    public List<Choice> choices() {
      return choices;
    }
  }

  /** How a librarian settles it. */
  public enum Choice {
    /** What the card says stands. */
    STANDS,
    /** The item is back. */
    BACK,
    /** The item was never lent on this card. */
    NEVER_LENT,
    /** The item came back from the other card and is lent on this one. */
    MOVED,
    /** The loan is the former card's. */
    FORMER,
    /** The loan is the present card's. */
    PRESENT,
    /** The item is out again, on this card. */
    OUT_AGAIN,
    /** The system is wrong and will be put right: what it says of this item is passed over. */
    OVERLOOKED
  }

  /** A librarian has chosen. */
  void settle(Choice chosen, String by, @Nullable String words, Instant now) {
    if (stillOpen == null || !kind.choices().contains(chosen)) {
      throw new IllegalStateException(kind + " can't be settled by " + chosen);
    }
    end(now);
    choice = chosen;
    settledBy = by;
    note = words;
    // What was struck off a card or called an error is passed over as long as the system names it.
    overlooked = chosen == Choice.OVERLOOKED || chosen == Choice.NEVER_LENT;
  }

  /** Both sides say the same again. */
  void agree(Instant now) {
    end(now);
  }

  private void end(Instant now) {
    stillOpen = null;
    settledAt = now;
  }

  /** The system names the item no more: should it do so again, that is something new. */
  void noticeAgain() {
    overlooked = false;
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** The card on whose slot account it shows, or should. */
  public UUID card() {
    return card;
  }

  /** The lending school, whose librarians settle it. */
  public SchoolCode lender() {
    return new SchoolCode(lender);
  }

  public String barcode() {
    return barcode;
  }

  /** The item's title, or else its barcode. */
  public String label() {
    return title == null ? barcode : title;
  }

  @Nullable String title() {
    return title;
  }

  /** The other card in question: on which it is out, or whose account it was; else null. */
  public @Nullable UUID otherCard() {
    return otherCard;
  }

  /** The due date before it was renewed, else null. */
  public @Nullable LocalDate beforeDate() {
    return beforeDate;
  }

  /** The due date that the system gives, null when it gives none. */
  public @Nullable LocalDate dueDate() {
    return dueDate;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public boolean isOpen() {
    return stillOpen != null;
  }

  /** When it was settled or ended by itself; null while it is open. */
  public @Nullable Instant settledAt() {
    return settledAt;
  }

  /** The librarian who settled it; null while it is open, or when it ended by itself. */
  public @Nullable String settledBy() {
    return settledBy;
  }

  /** What the librarian chose; null as {@link #settledBy()}. */
  public @Nullable Choice choice() {
    return choice;
  }

  /** The librarian's words, null for none. */
  public @Nullable String note() {
    return note;
  }

  boolean isOverlooked() {
    return overlooked;
  }
}
