package org.libpass.web.open;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.libpass.notice.Enquiry;
import org.libpass.web.MailAddress;

/**
 * What a visitor types on the contact page. Letters of full width in the address become plain ones.
 *
 * @param topic the name of an {@link Enquiry.Topic}, or empty
 * @param website nobody sees this field, so whoever fills it in is a program
 */
record EnquiryForm(
    @NotBlank(message = "{enquiry.topic.missing}") String topic,
    @NotBlank(message = "{enquiry.name.missing}")
        @Size(max = NAME_LENGTH, message = "{enquiry.name.long}")
        String name,
    @NotBlank(message = "{enquiry.email.missing}")
        @Size(max = MailAddress.LONGEST, message = "{enquiry.email.long}")
        @Pattern(regexp = MailAddress.PATTERN, message = "{enquiry.email.form}")
        String email,
    @NotBlank(message = "{enquiry.text.missing}")
        @Size(max = TEXT_LENGTH, message = "{enquiry.text.long}")
        String text,
    String website) {

  static final int NAME_LENGTH = 60;
  static final int TEXT_LENGTH = 4000;

  static final EnquiryForm EMPTY = new EnquiryForm(null, null, null, null, null);

  EnquiryForm(
      @Nullable String topic,
      @Nullable String name,
      @Nullable String email,
      @Nullable String text,
      @Nullable String website) {
    this.topic = isTopic(topic) ? given(topic) : "";
    // One line, since it stands in a mail's subject.
    this.name = given(name).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    this.email = Normalizer.normalize(given(email), Normalizer.Form.NFKC).strip();
    this.text = given(text).replaceAll("\\R", "\n").strip();
    this.website = given(website);
  }

  private static String given(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }

  private static boolean isTopic(@Nullable String typed) {
    return Arrays.stream(Enquiry.Topic.values()).anyMatch(it -> it.name().equals(typed));
  }

  boolean isOfAProgram() {
    return !website.isEmpty();
  }

  Enquiry enquiry(Locale language) {
    return new Enquiry(Enquiry.Topic.valueOf(topic), name, email, text, language);
  }
}
