package org.libpass.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of texts in Traditional Chinese with its English twin, {@code <name>_en.properties}.
 *
 * @param name the file's name without suffix
 * @param zh texts by key
 * @param en texts by key
 * @param faults what is wrong, one sentence each
 */
record MessageFile(
    String name, Map<String, String> zh, Map<String, String> en, List<String> faults) {

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

  static MessageFile read(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".properties", "");
    List<String> faults = new ArrayList<>();
    Map<String, String> zh = texts(file, faults);
    Path twin = file.resolveSibling(name + "_en.properties");
    if (!Files.exists(twin)) {
      faults.add("has no English twin " + twin.getFileName());
    }
    Map<String, String> en = Files.exists(twin) ? texts(twin, faults) : Map.of();
    MessageFile read = new MessageFile(name, zh, en, faults);
    read.compare();
    return read;
  }

  private void compare() {
    missing(zh, en).forEach(key -> faults.add(key + " is missing in English"));
    missing(en, zh).forEach(key -> faults.add(key + " is missing in Chinese"));
    zh.forEach(
        (key, text) -> {
          String twin = en.getOrDefault(key, text);
          if (!arguments(twin).containsAll(shown(text))
              || !arguments(text).containsAll(shown(twin))) {
            faults.add(key + " takes other arguments in Chinese than in English");
          }
        });
  }

  private static List<String> missing(Map<String, String> from, Map<String, String> in) {
    return from.keySet().stream().filter(key -> !in.containsKey(key)).toList();
  }

  private static Map<String, String> texts(Path file, List<String> faults) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Properties properties = new Unrepeated(file.getFileName().toString(), faults);
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    for (String key : properties.stringPropertyNames()) {
      String text = properties.getProperty(key);
      texts.put(key, text);
      String where = key + " in " + file.getFileName() + " ";
      if (text.isBlank()) {
        faults.add(where + "is empty");
      }
      // Only a text with arguments is a pattern, in which an apostrophe quotes.
      boolean pattern = !arguments(text).isEmpty();
      if (pattern && LONE_APOSTROPHE.matcher(text).find()) {
        faults.add(where + "has arguments, so its apostrophe must be written twice, or as ’");
      } else if (!pattern && text.contains("''")) {
        faults.add(where + "has no arguments, so its two apostrophes will both be seen");
      }
    }
    return texts;
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toSet());
  }

  /** Without those that only choose between singular and plural, which Chinese has no need of. */
  private static Set<String> shown(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .filter(it -> !it.group().contains(",choice,"))
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toSet());
  }

  /** Properties keep the last of two texts with one key and say nothing. */
  private static final class Unrepeated extends Properties {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<String> faults;
    private final Set<Object> seen = new HashSet<>();

    Unrepeated(String file, List<String> faults) {
      this.file = file;
      this.faults = faults;
    }

    @Override
    public synchronized Object put(Object key, Object text) {
      if (!seen.add(key)) {
        faults.add(key + " stands twice in " + file);
      }
      return super.put(key, text);
    }
  }
}
