package org.libpass.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.ChargedItem;

/** One item of the home library system's last answer. */
record HomeItem(Kind kind, String barcode, @Nullable String title, @Nullable LocalDate dueDate) {

  enum Kind {
    OVERDUE,
    HOLD_SHELF
  }

  static HomeItem of(Kind kind, ChargedItem item) {
    return new HomeItem(kind, item.barcode(), item.title(), item.dueDate());
  }

  ChargedItem toChargedItem() {
    return new ChargedItem(barcode, title, dueDate);
  }
}
