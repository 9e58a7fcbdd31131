package org.libpass.circulation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.ItemWhereabouts;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotCharges;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/**
 * Asks a lender about single items, where the list of what is charged is not enough: new ones for
 * title and due date, missing ones for where they are.
 */
@Component
class ItemQuestions {

  private final SlotAccounts accounts;

  ItemQuestions(SlotAccounts accounts) {
    this.accounts = accounts;
  }

  /** The whole answer about a slot: the list, and what there is to know of its items. */
  Findings.Answer answer(
      SchoolCode lender, LenderRounds.Question question, SlotCharges charges) {
    Set<String> wanted = new LinkedHashSet<>(charges.barcodes());
    if (!question.askItems()) {
      wanted.removeAll(question.known());
    }
    if (charges.whole()) {
      question.known().stream()
          .filter(barcode -> !charges.barcodes().contains(barcode))
          .forEach(wanted::add);
    }
    Map<String, ItemWhereabouts> items = new HashMap<>();
    for (String barcode : wanted) {
      try {
        items.put(barcode, accounts.item(lender, barcode));
      } catch (IlsUnavailable unknown) {
        // Then nothing is known of the item: its dates are the policy's, its whereabouts unclear.
      }
    }
    return new Findings.Answer(lender, charges, items);
  }
}
