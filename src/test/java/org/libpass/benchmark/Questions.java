package org.libpass.benchmark;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.ItemWhereabouts;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.SlotCharges;
import org.libpass.school.SchoolCode;

/** Listens at the port to the library systems: what each is asked about slots, and until when. */
final class Questions {

  private final Map<SchoolCode, Heard> heard = new ConcurrentHashMap<>();
  private final ToIntFunction<SchoolCode> connections;
  private volatile long begin = System.nanoTime();

  /**
   * What a school was asked.
   *
   * @param answered how often it gave a good answer
   * @param lastAnswer when it gave the last one, in seconds from the beginning; 0 for none
   * @param lastEnd when the last question was over, answered or not, in seconds from the beginning
   * @param connections how many were open at most when a good answer had come
   */
  record Heard(int asked, int answered, double lastAnswer, double lastEnd, int connections) {

    static final Heard NOTHING = new Heard(0, 0, 0, 0, 0);

    private Heard answer(double at, int open) {
      return new Heard(
          asked + 1,
          answered + 1,
          Math.max(lastAnswer, at),
          Math.max(lastEnd, at),
          Math.max(connections, open));
    }

    private Heard silence(double at) {
      return new Heard(asked + 1, answered, lastAnswer, Math.max(lastEnd, at), connections);
    }
  }

  /**
   * @param connections how many connections a school's system has open
   */
  Questions(ToIntFunction<SchoolCode> connections) {
    this.connections = connections;
  }

  /** Listens anew from now on. */
  void begin() {
    heard.clear();
    begin = System.nanoTime();
  }

  /** Seconds since the beginning. */
  double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** What was heard since the beginning. */
  Map<SchoolCode, Heard> heard() {
    return new TreeMap<>(heard);
  }

  private void note(SchoolCode school, UnaryOperator<Heard> more) {
    heard.compute(school, (any, sofar) -> more.apply(sofar == null ? Heard.NOTHING : sofar));
  }

  SlotAccounts around(SlotAccounts real) {
    return new SlotAccounts() {

      @Override
      public SlotCharges charged(SchoolCode lender, String account) throws IlsUnavailable {
        boolean good = false;
        try {
          SlotCharges charges = real.charged(lender, account);
          good = true;
          return charges;
        } finally {
          double at = seconds();
          int open = connections.applyAsInt(lender);
          note(lender, good ? it -> it.answer(at, open) : it -> it.silence(at));
        }
      }

      @Override
      public ItemWhereabouts item(SchoolCode lender, String barcode) throws IlsUnavailable {
        return real.item(lender, barcode);
      }

      @Override
      public Written checkOut(SchoolCode lender, String account, String barcode)
          throws IlsUnavailable {
        return real.checkOut(lender, account, barcode);
      }

      @Override
      public Written checkIn(SchoolCode lender, String barcode) throws IlsUnavailable {
        return real.checkIn(lender, barcode);
      }
    };
  }
}
