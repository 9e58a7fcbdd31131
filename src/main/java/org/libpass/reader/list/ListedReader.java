package org.libpass.reader.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.PatronRecord;

/** One reader of a list. A null says that the list does not tell: unknown, never "none". */
record ListedReader(
    int line,
    String number,
    String name,
    @Nullable String identity,
    @Nullable String unit,
    @Nullable LocalDate expiry,
    @Nullable String email,
    @Nullable Integer overdueItems,
    @Nullable BigDecimal finesOwed) {

  PatronRecord at(Instant time) {
    return new PatronRecord(
        number,
        name,
        identity,
        unit,
        expiry,
        email,
        overdueItems,
        finesOwed,
        List.of(),
        List.of(),
        time);
  }
}
