package org.libpass.web.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.school.ClosedDay;
import org.libpass.school.SchoolCode;
import org.libpass.web.Typed;
import org.springframework.validation.BindingResult;

/**
 * Entering or changing closed days.
 *
 * @param id of the entry; chosen with the empty form, so that a form sent twice is one entry
 * @param from the first day, as 2026-01-18
 * @param to the last day, blank for one day
 * @param open {@code true} if the library is open on these days although one would not expect it
 * @param noteZh why, in Chinese
 * @param noteEn why, in English
 */
record ClosedDayForm(
    String id,
    String from,
    String to,
    String open,
    @NotBlank(message = "{content.note.missing}")
        @Size(max = ClosedDay.NOTE_LENGTH, message = "{content.note.long}")
        String noteZh,
    @NotBlank(message = "{content.note.missing}")
        @Size(max = ClosedDay.NOTE_LENGTH, message = "{content.note.long}")
        String noteEn) {

  private static final int DAYS_AT_MOST = 366;

  ClosedDayForm(
      @Nullable String id,
      @Nullable String from,
      @Nullable String to,
      @Nullable String open,
      @Nullable String noteZh,
      @Nullable String noteEn) {
    this.id = Typed.text(id);
    this.from = Typed.text(from);
    this.to = Typed.text(to);
    this.open = "true".equals(open) ? "true" : "false";
    this.noteZh = Typed.text(noteZh);
    this.noteEn = Typed.text(noteEn);
  }

  static ClosedDayForm empty() {
    return new ClosedDayForm(UUID.randomUUID().toString(), "", "", "false", "", "");
  }

  static ClosedDayForm of(ClosedDay entry) {
    return new ClosedDayForm(
        entry.id().toString(),
        entry.from().toString(),
        entry.to().equals(entry.from()) ? "" : entry.to().toString(),
        String.valueOf(entry.open()),
        entry.noteZh(),
        entry.noteEn());
  }

  /** Whether the library is open on these days. */
  public boolean isOpening() {
    return open.equals("true");
  }

  /**
   * The entry that the form describes; empty, with an error beside the field, if the days or the
   * notes will not do.
   *
   * @param today no entry may end before it: what is over can't be announced
   */
  Optional<ClosedDay> entry(UUID entry, SchoolCode school, LocalDate today, BindingResult errors) {
    Optional<LocalDate> first = Typed.date(from);
    Optional<LocalDate> last = to.isEmpty() ? first : Typed.date(to);
    if (first.isEmpty()) {
      errors.rejectValue("from", "content.from.wrong");
    } else if (first.get().isAfter(today.plusYears(2))) {
      errors.rejectValue("from", "content.from.far");
    }
    if (first.isPresent() && last.isEmpty()) {
      errors.rejectValue("to", "content.to.wrong");
    } else if (first.isPresent() && last.get().isBefore(first.get())) {
      errors.rejectValue("to", "content.to.before");
    } else if (first.isPresent() && last.get().isBefore(today)) {
      errors.rejectValue(to.isEmpty() ? "from" : "to", "content.to.over");
    } else if (first.isPresent() && last.get().isAfter(first.get().plusDays(DAYS_AT_MOST - 1L))) {
      errors.rejectValue("to", "content.to.long");
    }
    return errors.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new ClosedDay(entry, school, first.get(), last.get(), isOpening(), noteZh, noteEn));
  }
}
