package org.libpass.ils.sip2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.Place;

/** The fields of a message that came, in any order. An empty field says nothing. */
final class Fields {

  /** Servers keep the first or the last of two; whom they mean must not depend on that. */
  private static final Set<String> ONCE = Set.of("AA", "AB", "BL", "CQ");

  /** Passwords, should a system send them back, and what belongs at the very end. */
  private static final Set<String> NEVER_KEPT = Set.of("AD", "CO");

  private final Map<String, List<String>> values;

  private Fields(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @param text fields with {@code |} between them; after the last it may be missing
   */
  static Fields of(String text) throws Sip2Exception {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf('|', from);
      to = to < 0 ? text.length() : to;
      if (to > from) {
        String code = code(text, from, to);
        if (!NEVER_KEPT.contains(code)) {
          values.computeIfAbsent(code, any -> new ArrayList<>(1)).add(text.substring(from + 2, to));
        }
      }
      from = to + 1;
    }
    Fields fields = new Fields(values);
    for (String once : ONCE) {
      fields.only(once);
    }
    return fields;
  }

  private static String code(String text, int from, int to) throws Sip2Exception {
    if (to - from < 2 || !isCode(text.charAt(from)) || !isCode(text.charAt(from + 1))) {
      throw new Sip2Exception(Problem.MALFORMED, "no field at " + from);
    }
    String code = text.substring(from, from + 2);
    if (code.equals("AY") || code.equals("AZ")) {
      // Cut off by position when it is whole: here it is garbled, or something follows it.
      throw new Sip2Exception(Problem.MALFORMED, "broken checksum part");
    }
    return code;
  }

  private static boolean isCode(char c) {
    return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }

  /** The value of a field that may be there once, or null. */
  @Nullable String only(String code) throws Sip2Exception {
    List<String> found = values.getOrDefault(code, List.of());
    if (found.size() > 1) {
      throw new Sip2Exception(Problem.REPEATED, "field " + code);
    }
    return found.isEmpty() || found.get(0).isBlank() ? null : found.get(0);
  }

  /** What a field says that may be Y or N, null when it is not there or blank. */
  @Nullable Boolean yesOrNo(String code) throws Sip2Exception {
    String value = only(code);
    if (value != null && !value.equals("Y") && !value.equals("N")) {
      throw new Sip2Exception(Problem.MALFORMED, "field " + code + " is neither Y nor N");
    }
    return value == null ? null : value.equals("Y");
  }

  /** All values of a field. Asked past the end of a list, servers answer with one empty field. */
  List<String> all(String code) {
    return values.getOrDefault(code, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The text at the first of the places that has one, or null. */
  @Nullable String at(List<Place> places) {
    for (Place place : places) {
      List<String> found = values.getOrDefault(place.code(), List.of());
      if (found.size() >= place.nth() && !found.get(place.nth() - 1).isBlank()) {
        return found.get(place.nth() - 1).strip();
      }
    }
    return null;
  }

  /**
   * Makes sure that a message is about whom or what was asked for.
   *
   * @param code AA or AB
   */
  void expect(String code, String asked) throws Sip2Exception {
    if (!asked.equals(only(code))) {
      throw new Sip2Exception(Problem.SOMEONE_ELSE, "field " + code + " is not what was asked");
    }
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
