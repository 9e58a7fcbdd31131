package org.libpass.ils;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item that a library system names in a reader's record: charged, overdue or waiting on the hold
 * shelf.
 *
 * @param barcode the item's barcode
 * @param title its title, null when the system gives none
 * @param dueDate the last day on which it may come back, null when it is not charged or not given
 */
public record ChargedItem(String barcode, @Nullable String title, @Nullable LocalDate dueDate) {}
