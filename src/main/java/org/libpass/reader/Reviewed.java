package org.libpass.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the library system said of a reader when an activation was decided last. A null is what it
 * did not say.
 */
public record Reviewed(
    Instant at,
    String name,
    @Nullable String identity,
    @Nullable String unit,
    @Nullable LocalDate expiry,
    @Nullable String libraryEmail) {

  /** What is compared. */
  public enum Field {
    NAME,
    IDENTITY,
    UNIT,
    EXPIRY,
    EMAIL
  }

  /**
   * Something that is different now.
   *
   * @param before what it was, null when it was unknown; a date as {@code 2026-01-18}
   */
  public record Change(Field field, @Nullable String before) {}

  static Reviewed of(Reader reader, Instant now) {
    return new Reviewed(
        now,
        reader.name(),
        reader.identity(),
        reader.unit(),
        reader.expiry(),
        reader.libraryEmail());
  }

  /** What is different with the reader now, in the order of the fields. */
  public List<Change> changes(Reader now) {
    List<Change> changes = new ArrayList<>();
    compare(Field.NAME, name, now.name(), changes);
    compare(Field.IDENTITY, identity, now.identity(), changes);
    compare(Field.UNIT, unit, now.unit(), changes);
    compare(Field.EXPIRY, expiry, now.expiry(), changes);
    compare(Field.EMAIL, libraryEmail, now.libraryEmail(), changes);
    return changes;
  }

  private static void compare(
      Field field, @Nullable Object before, @Nullable Object now, List<Change> changes) {
    if (!Objects.equals(before, now)) {
      changes.add(new Change(field, before == null ? null : before.toString()));
    }
  }
}
