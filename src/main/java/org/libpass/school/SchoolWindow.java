package org.libpass.school;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a school's library is reached, all of it optional.
 *
 * @param catalogueUrl where its catalogue is searched, http or https, null if unknown
 * @param passwordUrl where its readers ask for a new password, http or https, null if unknown
 * @param contactEmail the contact window's address, null if there is none
 * @param contactPhone the contact window's telephone, null if there is none
 */
public record SchoolWindow(
    @Nullable String catalogueUrl,
    @Nullable String passwordUrl,
    @Nullable String contactEmail,
    @Nullable String contactPhone) {

  /** The longest link, in UTF-16 units. */
  public static final int LINK_LENGTH = 300;

  /** The longest address, in UTF-16 units. */
  public static final int EMAIL_LENGTH = 254;

  /** The longest telephone number, in UTF-16 units. */
  public static final int PHONE_LENGTH = 40;

  /**
   * @throws IllegalArgumentException if a text is too long or not a link
   */
  public SchoolWindow {
    catalogueUrl = Texts.link("catalogue link", catalogueUrl, LINK_LENGTH);
    passwordUrl = Texts.link("password link", passwordUrl, LINK_LENGTH);
    contactEmail = Texts.optional("contact e-mail", contactEmail, EMAIL_LENGTH);
    contactPhone = Texts.optional("contact phone", contactPhone, PHONE_LENGTH);
  }

  /** How that school is reached now. */
  public static SchoolWindow of(School school) {
    return new SchoolWindow(
        school.catalogueUrl(), school.passwordUrl(), school.contactEmail(), school.contactPhone());
  }

  /** The four in their order, a dash for each that is not there: as the audit log keeps them. */
  @Override
  public String toString() {
    return Stream.of(catalogueUrl, passwordUrl, contactEmail, contactPhone)
        .map(text -> text == null ? "–" : text)
        .collect(Collectors.joining(" · "));
  }
}
