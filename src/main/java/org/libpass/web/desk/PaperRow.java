package org.libpass.web.desk;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Loan;

/**
 * One item on paper.
 *
 * @param barcode the item's barcode, empty in a row that is not filled in
 * @param back whether it was brought back, and not lent
 * @param title the item's title, empty when not known
 * @param type the kind of item, empty when not known
 * @param word what the librarian says to the answer before, null for nothing
 * @param answer what became of it when it was sent before, null when it was not
 */
record PaperRow(
    String barcode,
    boolean back,
    String title,
    String type,
    @Nullable Word word,
    @Nullable PaperAnswer answer)
    implements Serializable {

  /** More than one reader borrows and brings back at once. */
  static final int ROWS = 8;

  @Serial private static final long serialVersionUID = 1L;

  /** What a librarian may say to a row that was not done. */
  enum Word {
    /** Policy has left it to the librarian, who said yes then. */
    AGREED,
    /** The library's system is left out. */
    BY_HAND,
    /** Refused, but out: it is entered all the same. */
    AS_IT_IS
  }

  private static PaperRow blank() {
    return new PaperRow("", false, "", ItemType.BOOK.word(), null, null);
  }

  /** The rows that were filled in, in order. */
  static List<PaperRow> filled(Map<String, String> sent) {
    return IntStream.range(0, ROWS)
        .mapToObj(place -> read(sent, place))
        .filter(row -> !row.barcode().isEmpty())
        .toList();
  }

  private static PaperRow read(Map<String, String> sent, int place) {
    String word = value(sent, "word", place);
    return new PaperRow(
        value(sent, "barcode", place),
        value(sent, "step", place).equals("back"),
        value(sent, "title", place),
        value(sent, "type", place),
        Arrays.stream(Word.values()).filter(it -> it.name().equals(word)).findFirst().orElse(null),
        null);
  }

  private static String value(Map<String, String> sent, String name, int place) {
    return sent.getOrDefault(name + place, "").strip();
  }

  /** These rows, and blank ones below them. */
  static List<PaperRow> onForm(List<PaperRow> filled) {
    List<PaperRow> rows = new ArrayList<>(filled);
    while (rows.size() < ROWS) {
      rows.add(blank());
    }
    return rows;
  }

  PaperRow with(PaperAnswer said) {
    return new PaperRow(barcode, back, title, type, word, said);
  }

  Loan.Item item() {
    return new Loan.Item(barcode, title.isEmpty() ? null : title, type.isEmpty() ? null : type);
  }

  boolean says(Word said) {
    return word == said;
  }
}
