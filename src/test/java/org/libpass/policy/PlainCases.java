package org.libpass.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;

/** Every combination of what {@link PlainPolicy} looks at. */
final class PlainCases {

  private static final List<Boolean> MAYBE = Arrays.asList(false, true, null);
  private static final List<Boolean> TRUTHS = List.of(false, true);

  static final List<Reader> READERS = readers();

  private PlainCases() {}

  private static List<Reader> readers() {
    List<Reader> readers = new ArrayList<>();
    for (String identity : Arrays.asList("大學部學生", "專任教師", "校友", null)) {
      for (Boolean expired : MAYBE) {
        for (Boolean owesFine : MAYBE) {
          for (Integer overdue : Arrays.asList(0, 2, null)) {
            for (boolean suspended : TRUTHS) {
              readers.add(reader(identity, expired, true, suspended, false, overdue, owesFine, 0));
            }
          }
        }
      }
    }
    readers.add(reader("大學部學生", false, false, false, false, 0, false, 0));
    readers.add(reader("大學部學生", false, true, false, true, 0, false, 0));
    readers.add(reader("大學部學生", false, true, false, false, 0, false, 1));
    return List.copyOf(readers);
  }

  private static Reader reader(
      @Nullable String identity,
      @Nullable Boolean expired,
      boolean activated,
      boolean suspended,
      boolean leaving,
      @Nullable Integer overdue,
      @Nullable Boolean owesFine,
      int openCards) {
    return new Reader(
        "NTUT",
        identity,
        "資訊工程系",
        LocalDate.of(2027, 6, 30),
        expired,
        activated,
        suspended,
        leaving,
        overdue,
        owesFine,
        openCards,
        openCards);
  }

  /** A card is applied for. */
  static void applications(BiConsumer<Reader, School> ask) {
    for (School school : List.of(new School(7, 53), new School(40, 20), new School(39, 0))) {
      READERS.forEach(reader -> ask.accept(reader, school));
    }
  }

  /** An item is to be lent. */
  static void lendings(BiConsumer<Reader, Card> ask) {
    for (Card card :
        List.of(
            new Card(true, 1, 1, 1, false, 4),
            new Card(false, 0, 0, 0, true, 5),
            new Card(true, 5, 5, 5, false, 0))) {
      READERS.forEach(reader -> ask.accept(reader, card));
    }
  }
}
