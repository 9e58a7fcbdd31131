package org.libpass.web.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whose card a librarian looks for, and why.
 *
 * @param school the code of the reader's school
 * @param name the reader's full name
 * @param reason in words, kept in the audit log
 */
record FindForm(
    @NotBlank(message = "{loans.find.school.required}") String school,
    @NotBlank(message = "{loans.find.name.required}")
        @Size(max = 120, message = "{loans.find.name.too-long}")
        String name,
    @NotBlank(message = "{loans.find.reason.required}")
        @Size(max = 300, message = "{loans.find.reason.too-long}")
        String reason) {

  FindForm(@Nullable String school, @Nullable String name, @Nullable String reason) {
    this.school = school == null ? "" : school.strip();
    this.name = name == null ? "" : name.strip();
    this.reason = reason == null ? "" : reason.strip();
  }
}
