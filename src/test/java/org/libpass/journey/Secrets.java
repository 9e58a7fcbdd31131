package org.libpass.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinConnection;
import org.libpass.school.SchoolCode;

/** What must never be written anywhere, and a way to find it in a text. */
final class Secrets {

  /** What somebody types as a password; every other typed one begins with it. */
  static final String TYPED = "Zq7-never-written-down";

  /** The fields of SIP2 that hold a password, with one in it, and what only its messages have. */
  private static final List<String> WIRE =
      List.of(
          "\\b(?:AD|CO)(?:demo|sip-|slot-)",
          "\\d{8} {4}\\d{6}",
          "AY\\dAZ[0-9A-F]{4}",
          "\\|(?:AA|AB|AD|AO|BL|CN|CO|CQ)[^|\\r\\n]{0,60}\\|");

  private final Pattern any;

  private Secrets(Stream<String> words) {
    any =
        Pattern.compile(
            Stream.concat(words.map(Pattern::quote), WIRE.stream())
                .collect(Collectors.joining("|")));
  }

  /** Those of visitors and of these schools' stand-ins. */
  static Secrets of(List<SchoolCode> schools, Standin standins) {
    List<String> words = new ArrayList<>(List.of(TYPED));
    for (SchoolCode school : schools) {
      if (standins.has(school)) {
        StandinConnection to = standins.connection(school);
        Stream.of(Optional.ofNullable(to.password()), Optional.ofNullable(to.slotPassword()))
            .flatMap(Optional::stream)
            .forEach(words::add);
      }
    }
    if (words.stream().noneMatch(word -> word.toLowerCase(Locale.ROOT).startsWith("slot-"))) {
      throw new IllegalStateException("No school has a password for its slots");
    }
    return new Secrets(words.stream());
  }

  /** What of it stands in a text, each with a bit of what stands around it. */
  List<String> in(String text) {
    return any.matcher(text).results().map(found -> around(text, found)).toList();
  }

  private static String around(String text, MatchResult found) {
    int from = Math.max(0, found.start() - 60);
    int to = Math.min(text.length(), found.end() + 40);
    return "“" + text.substring(from, to) + "”";
  }
}
