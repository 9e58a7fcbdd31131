package org.libpass.ils.sip2;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a library system says is charged to a slot's patron account.
 *
 * @param count how many items, null if it does not say
 * @param barcodes those that it names
 * @param finesOwed as {@link org.libpass.ils.PatronRecord#finesOwed()}
 * @param askedAt just before it was asked: what happened before that is in the answer
 */
record ChargedList(
    @Nullable Integer count,
    List<String> barcodes,
    @Nullable BigDecimal finesOwed,
    Instant askedAt) {

  ChargedList {
    barcodes = List.copyOf(barcodes);
  }

  /**
   * Whether the list is whole. Only then does it mean anything that an item is <em>not</em> in it.
   */
  boolean isWhole() {
    return count != null
        && count == barcodes.size()
        && new HashSet<>(barcodes).size() == barcodes.size();
  }
}
