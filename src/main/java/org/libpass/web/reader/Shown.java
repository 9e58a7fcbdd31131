package org.libpass.web.reader;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form's page showed, as the form carries it. When the form comes back and the page would
 * show something else, nothing is done; the page is shown again and says what differs. A reader who
 * alters it deceives only themselves.
 */
final class Shown {

  /** More than any page shows; what is longer did not come from one. */
  private static final int LONGEST = 8_000;

  private static final Pattern ONE =
      Pattern.compile("([A-Za-z.-]{1,60})[*]([A-Za-z0-9._-]{1,100})");

  private final SortedMap<String, String> facts = new TreeMap<>();

  /**
   * Adds a fact.
   *
   * @param name Latin letters, dots and hyphens
   * @param value Latin letters, digits, dots, hyphens and low lines
   * @throws IllegalArgumentException if a form could not carry it
   */
  Shown with(String name, Object value) {
    if (!ONE.matcher(name + "*" + value).matches()) {
      throw new IllegalArgumentException("Can't be carried by a form: " + name + " " + value);
    }
    facts.put(name, value.toString());
    return this;
  }

  /** Reads what a form carried; whatever a page did not write is left out. */
  static Shown read(String seen) {
    Shown shown = new Shown();
    if (seen.length() <= LONGEST) {
      for (String part : seen.split("~", -1)) {
        Matcher one = ONE.matcher(part);
        if (one.matches()) {
          shown.facts.put(one.group(1), one.group(2));
        }
      }
    }
    return shown;
  }

  /** Whether it tells nothing. */
  boolean isEmpty() {
    return facts.isEmpty();
  }

  /** The value of a fact, null if it was not shown. */
  @Nullable String get(String name) {
    return facts.get(name);
  }

  /** The names of the facts that begin so and are not the same in both, in order. */
  SortedSet<String> differing(String prefix, Shown now) {
    SortedSet<String> names = new TreeSet<>();
    for (Map<String, String> side : java.util.List.of(facts, now.facts)) {
      side.forEach(
          (name, value) -> {
            if (name.startsWith(prefix)
                && !(value.equals(facts.get(name)) && value.equals(now.facts.get(name)))) {
              names.add(name);
            }
          });
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /** As a form carries it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    facts.forEach(
        (name, value) ->
            text.append(text.length() == 0 ? "" : "~").append(name).append('*').append(value));
    return text.toString();
  }
}
