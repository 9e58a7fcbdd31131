package org.libpass.web.demo;

import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an item at a library's own counter, besides being charged.
 *
 * @param item its barcode
 * @param deed the name of a {@link Deed}
 */
record ItemForm(@NotBlank(message = "{demo.counter.barcode.required}") String item, String deed) {

  ItemForm(@Nullable String item, @Nullable String deed) {
    this.item = item == null ? "" : item.strip();
    this.deed = deed == null ? "" : deed;
  }

  Optional<Deed> known() {
    return Arrays.stream(Deed.values()).filter(known -> known.name().equals(deed)).findFirst();
  }
}
