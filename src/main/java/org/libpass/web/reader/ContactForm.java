package org.libpass.web.reader;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.Reader;
import org.libpass.web.MailAddress;

/**
 * How a reader can be reached, both required; and what the reader had seen when filling it in.
 * Digits and letters of full width, as a Chinese keyboard gives them, become plain ones.
 *
 * @param email the usual address
 * @param phone 7 to 20 digits with the usual signs between
 * @param seen names the versions of the texts and figures on the page, see {@link Fingerprint};
 *     empty where that does not matter
 */
record ContactForm(
    @NotBlank(message = "{contact.email.missing}")
        @Size(max = MailAddress.LONGEST, message = "{contact.email.long}")
        @Pattern(regexp = MailAddress.PATTERN, message = "{contact.email.form}")
        String email,
    @NotBlank(message = "{contact.phone.missing}")
        @Pattern(regexp = PHONE, message = "{contact.phone.form}")
        String phone,
    String seen) {

  private static final String PHONE = "|[+]?(?:[ ()#-]{0,3}[0-9]){7,20}[ )#-]?";

  ContactForm(@Nullable String email, @Nullable String phone, @Nullable String seen) {
    this.email = plain(email);
    this.phone = plain(phone);
    this.seen = Objects.requireNonNullElse(seen, "");
  }

  /** What is known of the reader: the usual address, else the one in the library system. */
  static ContactForm of(Reader reader, String seen) {
    return new ContactForm(reader.mailAddress(), reader.phone(), seen);
  }

  ContactForm having(String newlySeen) {
    return new ContactForm(email, phone, newlySeen);
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }
}
