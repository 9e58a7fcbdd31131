package org.libpass.ils;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;

/**
 * What the demo console and tests may do with the stand-in library systems of the demo.
 *
 * <p>There is one for whatever school is asked for, but for a few that have none, as some real
 * schools do. It begins to listen, on the loopback interface alone, when its connection is asked
 * for first. What happens to its items outlives a restart; faults and response times don't.
 *
 * <p>A school without a stand-in has no accounts and no items; everything else throws an {@link
 * IllegalArgumentException} for it.
 */
public interface Standin {

  /** Whether the school has a stand-in. */
  boolean has(SchoolCode school);

  /** How to reach a school's system over SIP2. */
  StandinConnection connection(SchoolCode school);

  /** Lets a school's system misbehave, or behave again with {@link StandinFault#NONE}. */
  void setFault(SchoolCode school, StandinFault fault);

  /** How a school's system misbehaves now. */
  StandinFault fault(SchoolCode school);

  /** Lets a school's system take that long for each answer; zero at start. */
  void setResponseTime(SchoolCode school, Duration time);

  /** How long a school's system takes for each answer. */
  Duration responseTime(SchoolCode school);

  /** Closes the open connections of a school, as a system does with idle ones. */
  void dropConnections(SchoolCode school);

  /** What a school's system was asked so far. */
  StandinTraffic traffic(SchoolCode school);

  /** Lets a school's library system become unreachable, or reachable again without any fault. */
  default void setUnavailable(SchoolCode school, boolean unavailable) {
    setFault(school, unavailable ? StandinFault.REFUSES_CONNECTIONS : StandinFault.NONE);
  }

  /** Whether the school's library system is made to be unreachable. */
  default boolean isUnavailable(SchoolCode school) {
    return fault(school) == StandinFault.REFUSES_CONNECTIONS;
  }

  /** The accounts at a school that the demo shows, in the order of their numbers; may be none. */
  List<DemoAccount> accounts(SchoolCode school);

  /** A library's items in the order of their barcodes; may be none. */
  List<StandinItem> items(SchoolCode school);

  /** The item of a library with the barcode, or empty. */
  default Optional<StandinItem> item(SchoolCode school, String barcode) {
    return items(school).stream().filter(item -> item.barcode().equals(barcode)).findFirst();
  }

  /** What a library has charged to a patron, in the order of the barcodes. */
  default List<StandinItem> charged(SchoolCode school, String patron) {
    return items(school).stream().filter(item -> patron.equals(item.holder())).toList();
  }

  /**
   * Charges an item as a clerk of the library does at its counter, by the library's rules.
   *
   * @param school the library's
   * @param patron a reader's account, or a slot account such as {@code CUTE-1}
   * @param due the due date, null for the one that the library's loan period gives
   */
  Outcome charge(SchoolCode school, String barcode, String patron, @Nullable LocalDate due);

  /** Takes an item back as a clerk of the library does at its counter. */
  Outcome discharge(SchoolCode school, String barcode);

  /**
   * Puts an item into a state in which it is charged to nobody, such as lost or claimed returned;
   * it disappears from the patron's record.
   *
   * @throws IllegalArgumentException for {@link StandinItem.Status#CHARGED}
   */
  Outcome mark(SchoolCode school, String barcode, StandinItem.Status status);

  /** What became of a clerk's action, by hand or over the wire. */
  sealed interface Outcome {

    /** What the library's system shows on its screen, in the library's language. */
    String message();

    /** It is done; this is the item now. */
    record Done(StandinItem item, String message) implements Outcome {}

    /** The library's rules are against it; nothing has changed. */
    record Refused(String message) implements Outcome {}
  }

  /**
   * An invented reader.
   *
   * @param account what to type at sign-in
   * @param password the password, the same for all
   * @param name the reader's name
   * @param identity the school's word for the kind of reader
   * @param descriptionKey the key of the sentence that says what is special: {@code
   *     demo.account.clean}, {@code .overdue}, {@code .fine}, {@code .expired}, {@code .hold},
   *     {@code .unknown} or {@code .blocked}
   */
  record DemoAccount(
      String account, String password, String name, String identity, String descriptionKey) {}
}
