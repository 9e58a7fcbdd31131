package org.libpass.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.WordsReader.Entry;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Reader;

/**
 * What readers and items are called: the alliance's words, and a school's own words for the same.
 * Rules and decisions know the alliance's only. Where the alliance lists no words of a kind, every
 * word stands for itself.
 */
public final class Words {

  /** What the words are for. */
  public enum Kind {
    /** The kind of reader, {@link Reader#identity()}. */
    IDENTITY(new Name("identities", "身分"), Reader.class, "identity"),
    /** The kind of item, {@link Item#type()}. */
    ITEM_TYPE(new Name("item-types", "類型"), Item.class, "type");

    private final Name section;
    private final Class<?> fact;
    private final String field;

    Kind(Name section, Class<?> fact, String field) {
      this.section = section;
      this.fact = fact;
      this.field = field;
    }

    /** The kind of words that a field holds, null if it holds none of these. */
    static @Nullable Kind of(Class<?> fact, String field) {
      for (Kind kind : values()) {
        if (kind.fact == fact && kind.field.equals(field)) {
          return kind;
        }
      }
      return null;
    }

    /** What the part of the file is called. */
    Name section() {
      return section;
    }
  }

  /** Every word stands for itself. */
  static final Words ANY = new Words(Map.of(), Map.of());

  private final Map<Kind, Map<String, String>> english;
  private final Map<Kind, Map<String, String>> own;

  private Words(Map<Kind, Map<String, String>> english, Map<Kind, Map<String, String>> own) {
    this.english = english;
    this.own = own;
  }

  /**
   * Reads the alliance's words with their English names.
   *
   * @param text of {@code words.yaml}; empty when there is none
   */
  static Words ofAlliance(String text) throws RuleFileException {
    Map<Kind, Map<String, String>> english = new LinkedHashMap<>();
    WordsReader.read(text)
        .forEach((kind, entries) -> entries.forEach((word, to) -> put(english, kind, word, to)));
    return new Words(english, Map.of());
  }

  /**
   * Reads a school's own words, each with the alliance's.
   *
   * @param text of {@code words.yaml}; empty when there is none
   */
  Words ofSchool(String text) throws RuleFileException {
    List<RuleFileException> wrong = new ArrayList<>();
    Words words = ofSchool(text, wrong::add);
    if (!wrong.isEmpty()) {
      throw wrong.get(0);
    }
    return words;
  }

  /**
   * As {@link #ofSchool(String)}, but a word that stands for one that the alliance does not know
   * (any more) is left out and reported.
   *
   * @throws RuleFileException if the text cannot be read at all
   */
  Words ofSchool(String text, Consumer<RuleFileException> leftOut) throws RuleFileException {
    Map<Kind, Map<String, String>> mapped = new LinkedHashMap<>();
    WordsReader.read(text)
        .forEach(
            (kind, entries) ->
                entries.forEach(
                    (word, to) -> {
                      if (!isAlliances(kind, to.value())) {
                        leftOut.accept(
                            new RuleFileException(
                                to.line(), "word-target", word, to.value(), names(english, kind)));
                      } else if (english(kind).containsKey(word) && !word.equals(to.value())) {
                        leftOut.accept(new RuleFileException(to.line(), "word-taken", word));
                      } else {
                        put(mapped, kind, word, to);
                      }
                    }));
    return new Words(english, mapped);
  }

  private static void put(
      Map<Kind, Map<String, String>> words, Kind kind, String word, Entry entry) {
    words.computeIfAbsent(kind, it -> new LinkedHashMap<>()).put(word, entry.value());
  }

  private boolean isAlliances(Kind kind, String word) {
    return english(kind).isEmpty() || english(kind).containsKey(word);
  }

  /**
   * The alliance's word for a kind of reader.
   *
   * @param word a school's own word or the alliance's; null when unknown
   * @return null when it is unknown what the word means
   */
  public @Nullable String identity(@Nullable String word) {
    return meant(Kind.IDENTITY, word);
  }

  /**
   * The alliance's word for a kind of item.
   *
   * @param word a school's own word or the alliance's; null when unknown
   * @return null when it is unknown what the word means
   */
  public @Nullable String itemType(@Nullable String word) {
    return meant(Kind.ITEM_TYPE, word);
  }

  /** The alliance's words of a kind with their English names, in the order of the file. */
  public Map<String, String> english(Kind kind) {
    return english.getOrDefault(kind, Map.of());
  }

  /** A fact in the alliance's words: a reader by the home school's, an item by the lender's. */
  Object translate(Object fact) {
    if (fact instanceof Reader reader) {
      return reader.withIdentity(identity(reader.identity()));
    }
    return fact instanceof Item item ? new Item(itemType(item.type())) : fact;
  }

  @Nullable String meant(Kind kind, @Nullable String word) {
    if (word == null) {
      return null;
    }
    String mapped = own(kind).get(word);
    if (mapped != null) {
      return mapped;
    }
    return isAlliances(kind, word) ? word : null;
  }

  /** The school's other words that mean the same; none if it has no word of its own for it. */
  List<String> alsoMeant(Kind kind, String word) {
    String meant = own(kind).get(word);
    return own(kind).entrySet().stream()
        .filter(entry -> entry.getValue().equals(meant) && !entry.getKey().equals(word))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All words of a kind that a rule may use, the alliance's first. */
  List<String> all(Kind kind) {
    return Stream.concat(english(kind).keySet().stream(), own(kind).keySet().stream())
        .distinct()
        .toList();
  }

  /** All words of a kind that a rule may use, for a sentence. */
  Name known(Kind kind) {
    Name alliances = names(english, kind);
    if (own(kind).isEmpty()) {
      return alliances;
    }
    Name schools = Name.list(own(kind).keySet().stream().map(it -> new Name(it, it)).toList());
    return Name.list(List.of(alliances, schools));
  }

  private static Name names(Map<Kind, Map<String, String>> english, Kind kind) {
    return Name.list(
        Objects.requireNonNullElse(english.get(kind), Map.<String, String>of()).entrySet().stream()
            .map(it -> new Name(it.getKey() + " (" + it.getValue() + ")", it.getKey()))
            .toList());
  }

  private Map<String, String> own(Kind kind) {
    return own.getOrDefault(kind, Map.of());
  }
}
