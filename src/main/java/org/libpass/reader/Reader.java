package org.libpass.reader;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;
import org.libpass.ils.PatronRecord;
import org.libpass.school.SchoolCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/**
 * A patron of a school, as the school's library system describes them, with what is the reader's
 * own: usual e-mail, phone, language, consent.
 *
 * <p>A null in what the library system says is "unknown", never "none".
 */
public class Reader {

  /** Where a reader stands between first sign-in and borrowing. */
  public enum Status {
    /** Has signed in and may read everything, nothing else. */
    NOT_ACTIVATED,
    /** Waits for a librarian of the home school. */
    PENDING,
    /** May apply for cards. */
    ACTIVE,
    /** The activation was refused; may ask again. */
    REFUSED,
    /** A librarian has suspended the reader; loans are followed to the end. */
    SUSPENDED
  }

  @Id private final UUID id;
  @Version private int version;
  private final String school;
  private final String number;
  private String name = "";
  private @Nullable String identity;
  private @Nullable String unit;
  private @Nullable LocalDate expiry;
  private @Nullable String libraryEmail;
  private @Nullable String email;
  private @Nullable String phone;
  private Status status = Status.NOT_ACTIVATED;
  private @Nullable LocalDate leavingFrom;
  private String language;
  private boolean languageChosen;
  private @Nullable String privacyVersion;
  private @Nullable String rulesVersion;
  private @Nullable Instant consentedAt;
  private @Nullable Integer overdueItems;
  private @Nullable BigDecimal finesOwed;
  private Instant askedAt = Instant.EPOCH;

  private List<HomeItem> homeItems = new ArrayList<>();

  @PersistenceCreator
  Reader(UUID id, String school, String number, String language) {
    this.id = id;
    this.school = school;
    this.number = number;
    this.language = language;
  }

  /** Creates the reader at the first sign-in. */
  static Reader of(SchoolCode school, PatronRecord record, Locale language) {
    Reader reader =
        new Reader(
            UUID.randomUUID(), school.value(), record.readerNumber(), language.toLanguageTag());
    reader.update(record);
    return reader;
  }

  /** Takes over what the library system says now; what is the reader's own stays. */
  void update(PatronRecord record) {
    name = record.name();
    identity = record.identity();
    unit = record.unit();
    expiry = record.expiry();
    libraryEmail = record.email();
    overdueItems = record.overdueItems();
    finesOwed = record.finesOwed();
    askedAt = record.askedAt();
    homeItems = new ArrayList<>();
    record.overdue().forEach(item -> homeItems.add(HomeItem.of(HomeItem.Kind.OVERDUE, item)));
    record.holdShelf().forEach(item -> homeItems.add(HomeItem.of(HomeItem.Kind.HOLD_SHELF, item)));
    record.requests().forEach(words -> homeItems.add(HomeItem.request(words)));
  }

  /** The reader chooses a language. */
  void speak(Locale chosen) {
    language = chosen.toLanguageTag();
    languageChosen = true;
  }

  /** A browser asks for a language, which holds until the reader chooses one. */
  void meet(Locale asked) {
    if (!languageChosen) {
      language = asked.toLanguageTag();
    }
  }

  void correctContact(String usualEmail, String usualPhone) {
    email = usualEmail;
    phone = usualPhone;
  }

  void agree(Consent consent) {
    privacyVersion = consent.privacyVersion();
    if (consent.rulesVersion() != null) {
      rulesVersion = consent.rulesVersion();
    }
    consentedAt = consent.givenAt();
  }

  /** Whether an activation may be asked for now. */
  public boolean mayAskForActivation() {
    return status == Status.NOT_ACTIVATED || status == Status.REFUSED;
  }

  void become(Status next) {
    status = next;
  }

  /**
   * @throws IllegalStateException unless the reader is active
   */
  void suspend() {
    step(Status.ACTIVE, Status.SUSPENDED);
  }

  /**
   * @throws IllegalStateException unless the reader is suspended
   */
  void lift() {
    step(Status.SUSPENDED, Status.ACTIVE);
  }

  private void step(Status from, Status next) {
    if (status != from) {
      throw new IllegalStateException("Not " + from + " but " + status + ": " + id);
    }
    status = next;
  }

  public UUID id() {
    return id;
  }

  /** The home school. */
  public SchoolCode school() {
    return new SchoolCode(school);
  }

  /** The home school's number for the reader; may look like a national ID number, so mask it. */
  public String number() {
    return number;
  }

  public String name() {
    return name;
  }

  /** The school's own word for the kind of reader; null when it does not tell. */
  public @Nullable String identity() {
    return identity;
  }

  public @Nullable String unit() {
    return unit;
  }

  /** The last day of the reader's rights at home; null when unknown. */
  public @Nullable LocalDate expiry() {
    return expiry;
  }

  public @Nullable String libraryEmail() {
    return libraryEmail;
  }

  /** The address that mails go to: the usual one, else the library system's, else null. */
  public @Nullable String mailAddress() {
    return email != null ? email : libraryEmail;
  }

  public @Nullable String email() {
    return email;
  }

  public @Nullable String phone() {
    return phone;
  }

  public Status status() {
    return status;
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  public boolean isSuspended() {
    return status == Status.SUSPENDED;
  }

  /** The first day without new cards, null while nobody has said that the reader leaves. */
  public @Nullable LocalDate leavingFrom() {
    return leavingFrom;
  }

  /** Whether the reader gets no new card on that day, having left or about to. */
  public boolean isLeaving(LocalDate day) {
    return leavingFrom != null && !day.isBefore(leavingFrom);
  }

  /** In which mails are written. */
  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  /** Whether the language is the reader's own choice, and not only what a browser asked for. */
  public boolean hasChosenLanguage() {
    return languageChosen;
  }

  /** What the reader agreed to last of each; null before the first activation. */
  public @Nullable Consent consent() {
    return privacyVersion == null || consentedAt == null
        ? null
        : new Consent(privacyVersion, rulesVersion, consentedAt);
  }

  /** What the home library system said last, with its time. */
  public HomeRecord homeRecord() {
    return new HomeRecord(
        overdueItems,
        finesOwed,
        items(HomeItem.Kind.OVERDUE),
        items(HomeItem.Kind.HOLD_SHELF),
        of(HomeItem.Kind.REQUEST).map(HomeItem::words).toList(),
        askedAt);
  }

  private List<ChargedItem> items(HomeItem.Kind kind) {
    return of(kind).map(HomeItem::toChargedItem).toList();
  }

  private Stream<HomeItem> of(HomeItem.Kind kind) {
    return homeItems.stream().filter(item -> item.kind() == kind);
  }

  /** The name for eyes that need not know it: 王○明, 林○. */
  public String maskedName() {
    return Masking.name(name);
  }

  /** The reader number with all but its last three characters hidden. */
  public String maskedNumber() {
    return Masking.number(number);
  }
}
