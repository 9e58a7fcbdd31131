package org.libpass.ils;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lending school's system said of one slot's account at one moment.
 *
 * @param barcodes the items that it names as charged to the account
 * @param whole whether it said how many are charged and named just as many: only then does it mean
 *     anything that an item is <em>not</em> among them
 * @param finesOwed unpaid fines on the account in New Taiwan dollars, null when it does not tell
 * @param askedAt just before it was asked: what happened before that is in the answer
 */
public record SlotCharges(
    List<String> barcodes, boolean whole, @Nullable BigDecimal finesOwed, Instant askedAt) {

  public SlotCharges {
    barcodes = List.copyOf(barcodes);
  }
}
