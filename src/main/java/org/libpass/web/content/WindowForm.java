package org.libpass.web.content;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolWindow;
import org.libpass.web.Typed;

/** How a library and its catalogue are reached; everything may be left blank. */
record WindowForm(
    @Pattern(regexp = LINK, message = "{content.window.link}")
        @Size(max = SchoolWindow.LINK_LENGTH, message = "{content.window.link.long}")
        String catalogueUrl,
    @Pattern(regexp = LINK, message = "{content.window.link}")
        @Size(max = SchoolWindow.LINK_LENGTH, message = "{content.window.link.long}")
        String passwordUrl,
    @Pattern(regexp = EMAIL, message = "{content.window.email}")
        @Size(max = SchoolWindow.EMAIL_LENGTH, message = "{content.window.email}")
        String contactEmail,
    @Pattern(regexp = PHONE, message = "{content.window.phone}") String contactPhone) {

  private static final String LINK = "|https?://[^\\s\"<>]+";
  private static final String EMAIL =
      "|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+";
  private static final String PHONE = "|[0-9+][0-9 ()#,*+-]{4,39}";

  WindowForm(
      @Nullable String catalogueUrl,
      @Nullable String passwordUrl,
      @Nullable String contactEmail,
      @Nullable String contactPhone) {
    this.catalogueUrl = Typed.text(catalogueUrl);
    this.passwordUrl = Typed.text(passwordUrl);
    this.contactEmail = Typed.text(contactEmail);
    this.contactPhone = Typed.text(contactPhone);
  }

  static WindowForm of(SchoolWindow window) {
    return new WindowForm(
        window.catalogueUrl(), window.passwordUrl(), window.contactEmail(), window.contactPhone());
  }

  SchoolWindow window() {
    return new SchoolWindow(catalogueUrl, passwordUrl, contactEmail, contactPhone);
  }
}
