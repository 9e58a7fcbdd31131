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

  /**
   * The whole answer about a slot: the list, and what there is to know of its items.
   *
   * @throws IlsUnavailable if the list names something that its own system does not know as an
   *     item, such as titles: then it can't be read, and says nothing
   */
  Findings.Answer answer(SchoolCode lender, LenderRounds.Question question, SlotCharges charges)
      throws IlsUnavailable {
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
        if (!question.known().contains(barcode)) {
          throw unknown;
        }
        // Nothing is known of where it is: unclear.
      }
    }
    for (String barcode : charges.barcodes()) {
      ItemWhereabouts item = items.get(barcode);
      if (item != null && !question.known().contains(barcode) && !item.isKnown()) {
        throw new IlsUnavailable(lender, "names as charged what it does not know as an item", true);
      }
    }
    return new Findings.Answer(lender, charges, items);
  }
}
