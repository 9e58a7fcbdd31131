package org.libpass.school;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** A member school of the alliance, with its library's weekly opening hours and contact. */
public class School {

  private static final int NAME_LENGTH = 120;

  @Id private final SchoolCode code;

  /** Tells Spring Data a new school from a stored one, since the code is no generated key. */
  @Version private int version;

  private final String nameZh;
  private final String nameEn;
  private final County county;
  private boolean takesPart;
  private @Nullable String catalogueUrl;
  private @Nullable String passwordUrl;
  private @Nullable String contactEmail;
  private @Nullable String contactPhone;

  /** Stored with a column named after this table, {@code school}, as Spring Data does unasked. */
  private final Set<OpeningHours> openingHours;

  @PersistenceCreator
  School(
      SchoolCode code,
      String nameZh,
      String nameEn,
      County county,
      boolean takesPart,
      @Nullable String catalogueUrl,
      @Nullable String passwordUrl,
      @Nullable String contactEmail,
      @Nullable String contactPhone,
      Set<OpeningHours> openingHours) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.county = county;
    this.takesPart = takesPart;
    this.catalogueUrl = catalogueUrl;
    this.passwordUrl = passwordUrl;
    this.contactEmail = contactEmail;
    this.contactPhone = contactPhone;
    this.openingHours = new HashSet<>(openingHours);
  }

  /**
   * A school that is not stored yet and takes part.
   *
   * @param code its code for life
   * @param nameZh its name in Chinese, 1 to 120 characters
   * @param nameEn its name in English, 1 to 120 characters
   * @param county where its library stands
   * @param catalogueUrl where its catalogue is searched, http or https, null if unknown
   * @param passwordUrl where its readers ask for a new password, http or https, null if unknown
   * @param contactEmail the contact window's address, null if there is none
   * @param contactPhone the contact window's telephone, null if there is none
   * @param openingHours the weekly hours; may be empty for a library that is never open
   * @throws IllegalArgumentException if a text is blank, too long or not a link
   */
  public static School of(
      SchoolCode code,
      String nameZh,
      String nameEn,
      County county,
      @Nullable String catalogueUrl,
      @Nullable String passwordUrl,
      @Nullable String contactEmail,
      @Nullable String contactPhone,
      List<OpeningHours> openingHours) {
    SchoolWindow window = new SchoolWindow(catalogueUrl, passwordUrl, contactEmail, contactPhone);
    return new School(
        code,
        Texts.required("name in Chinese", nameZh, NAME_LENGTH),
        Texts.required("name in English", nameEn, NAME_LENGTH),
        county,
        true,
        window.catalogueUrl(),
        window.passwordUrl(),
        window.contactEmail(),
        window.contactPhone(),
        Set.copyOf(openingHours));
  }

  /** The code, which stays for life. */
  public SchoolCode code() {
    return code;
  }

  /** The name in Traditional Chinese. */
  public String nameZh() {
    return nameZh;
  }

  /** The name in English. */
  public String nameEn() {
    return nameEn;
  }

  /** The name in the language of {@code locale}: English for English, else Chinese. */
  public String name(Locale locale) {
    return Languages.choose(locale, nameZh, nameEn);
  }

  /** Where its library stands. */
  public County county() {
    return county;
  }

  /** Whether cards are issued to its readers and its library lends on cards. */
  public boolean takesPart() {
    return takesPart;
  }

  /** Where its catalogue is searched, null if unknown. */
  public @Nullable String catalogueUrl() {
    return catalogueUrl;
  }

  /** Where its readers ask for a new password, null if unknown. */
  public @Nullable String passwordUrl() {
    return passwordUrl;
  }

  /** The contact window's e-mail address, null if there is none. */
  public @Nullable String contactEmail() {
    return contactEmail;
  }

  /** The contact window's telephone, null if there is none. */
  public @Nullable String contactPhone() {
    return contactPhone;
  }

  /** The weekly hours from Monday on, in the order of the day. */
  public List<OpeningHours> openingHours() {
    return openingHours.stream()
        .sorted(Comparator.comparing(OpeningHours::weekday).thenComparing(OpeningHours::opens))
        .toList();
  }

  /** Stops taking part: nothing new begins, what is out runs to its end. */
  void pause() {
    takesPart = false;
  }

  /** Takes part again. */
  void resume() {
    takesPart = true;
  }

  /** Can be reached otherwise from now on. */
  void isReachedBy(SchoolWindow window) {
    catalogueUrl = window.catalogueUrl();
    passwordUrl = window.passwordUrl();
    contactEmail = window.contactEmail();
    contactPhone = window.contactPhone();
  }

  @Override
  public String toString() {
    return code.value();
  }
}
