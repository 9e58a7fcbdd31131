package org.libpass.web.librarian;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a librarian says no: one of the standard reasons, own words, or both.
 *
 * @param standard names a standard reason, empty for none
 * @param words the librarian's own words, empty for none
 */
record RefusalForm(
    @Nullable String standard,
    @Size(max = LONGEST, message = "{staff.refusal.too-long}") @Nullable String words) {

  /** The longest reason in all, in UTF-16 units. */
  static final int LONGEST = 500;

  RefusalForm {
    standard = standard == null ? "" : standard.strip();
    words = words == null ? "" : words.strip();
  }
}
