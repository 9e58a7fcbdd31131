package org.libpass.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** A school's files that are as large as the gate lets them be, each in another way. */
final class WorstFiles {

  /** Each of these may be unknown, which the compiler gets a rule of its own for. */
  private static final String[] UNKNOWN = {
    "identity == \"研究生\"",
    "unit != \"單位%d\"",
    "expired == true",
    "overdueItems > %d",
    "owesFine == true",
    "expiry > 2026-01-1%d"
  };

  private WorstFiles() {}

  /** The files by what is large in them. */
  static Map<String, String> all() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("30 rules without conditions", rules(30, rule -> ""));
    files.put("5 rules of 20 alternatives", rules(5, rule -> reader(many(20, " || ", rule))));
    files.put("5 rules of 20 conditions", rules(5, rule -> reader(many(20, ", ", rule))));
    files.put("30 rules of 3 alternatives", rules(30, rule -> reader(many(3, " || ", rule))));
    files.put("5 rules nested as deep as may be", rules(5, rule -> reader(nested(4, rule))));
    files.put(
        "5 rules nested and negated", rules(5, rule -> reader("!( " + nested(3, rule) + " )")));
    files.put("5 lists of 20 long texts", rules(5, WorstFiles::list));
    files.put("10 rules that compare two unknowns", rules(10, rule -> reader(twos())));
    files.put("5 rules of sums", rules(5, rule -> reader(sums(rule))));
    files.put("5 rules over every fact", rules(5, WorstFiles::everyFact));
    return files;
  }

  private static String rules(int count, IntFunction<String> looks) {
    StringBuilder file = new StringBuilder();
    for (int rule = 0; rule < count; rule++) {
      file.append("rule \"規則").append(rule).append("\"\nwhen Application()\n  ");
      file.append(looks.apply(rule));
      file.append("\nthen decision.refer( \"k\", \"由館員決定。\", \"A librarian decides.\" );\nend\n");
    }
    return file.toString();
  }

  private static String reader(String conditions) {
    return "Reader( " + conditions + " )";
  }

  private static String unknown(int which) {
    return UNKNOWN[Math.floorMod(which, UNKNOWN.length)].formatted(which % 10);
  }

  private static String many(int count, String join, int from) {
    StringJoiner conditions = new StringJoiner(join.strip() + "\n    ");
    for (int at = 0; at < count; at++) {
      conditions.add(unknown(from + at));
    }
    return conditions.toString();
  }

  /** Three comparisons and a bracket a level, each bracket in another. */
  private static String nested(int depth, int from) {
    String inner = depth == 0 ? unknown(from + 3) : "( " + nested(depth - 1, from + 3) + " )";
    return "%s || %s &&\n    %s && %s"
        .formatted(unknown(from), unknown(from + 1), unknown(from + 2), inner);
  }

  private static String list(int rule) {
    StringJoiner texts = new StringJoiner(",\n    ", "Reader( unit in ( ", " ) )");
    for (int at = 0; at < 20; at++) {
      texts.add("\"" + ("單位" + rule + at).repeat(60).substring(0, 190) + "\"");
    }
    return texts.toString();
  }

  private static String twos() {
    return "identity != unit || expired != owesFine,\n    identity == unit || owesFine == expired,"
        + "\n    identity != unit && expired == owesFine, unit == identity, expired == owesFine,"
        + " owesFine != expired";
  }

  private static String sums(int rule) {
    StringJoiner sums = new StringJoiner(" ||\n    ");
    for (int at = 0; at < 4; at++) {
      sums.add(
          "overdueItems * " + (at + 2) + " + openCards * 3 > " + rule + " + revokedCardsWithLoans");
    }
    return sums.toString();
  }

  private static String everyFact(int rule) {
    return """
    Today( $d : date, weekday > 1 || date > 2026-01-18 )
      Limits( $m : openCardsPerReader, validDays < 9 || totalItems < 9 )
      School( $o : openCards, freeSlots > $m || openCards > $m )
      Reader( unit == "%d" || expiry > $d || overdueItems > $o, owesFine || expired, identity == "校友" )
    """
        .formatted(rule)
        .strip();
  }
}
