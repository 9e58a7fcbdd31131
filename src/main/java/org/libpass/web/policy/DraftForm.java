package org.libpass.web.policy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.RuleDraft;
import org.libpass.policy.RuleTexts;

/**
 * The three texts of a draft as they were typed.
 *
 * @param base the number of the version that they are a change of
 * @param seen names the texts that were kept when the page was made: if they are others by now, a
 *     second window has changed them
 */
record DraftForm(String rules, String examples, String words, Integer base, String seen) {

  DraftForm(
      @Nullable String rules,
      @Nullable String examples,
      @Nullable String words,
      @Nullable Integer base,
      @Nullable String seen) {
    this.rules = plain(rules);
    this.examples = plain(examples);
    this.words = plain(words);
    this.base = Objects.requireNonNullElse(base, 0);
    this.seen = Objects.requireNonNullElse(seen, "");
  }

  /** What is kept, for a page that shows it. */
  static DraftForm of(RuleDraft draft) {
    RuleTexts texts = draft.texts();
    return new DraftForm(texts.rules(), texts.examples(), texts.words(), draft.base(), name(texts));
  }

  /** What is kept, by its name; line ends don't matter, since a browser changes them. */
  static String name(RuleTexts texts) {
    return new RuleTexts(plain(texts.rules()), plain(texts.examples()), plain(texts.words()))
        .hash();
  }

  RuleTexts texts() {
    return new RuleTexts(rules, examples, words);
  }

  DraftForm onto(int version) {
    return new DraftForm(rules, examples, words, version, seen);
  }

  DraftForm having(String newlySeen) {
    return new DraftForm(rules, examples, words, base, newlySeen);
  }

  /** The message key of why this can't be kept; empty when it can. */
  Optional<String> fault() {
    if (Stream.of(rules, examples, words)
        .anyMatch(text -> text.getBytes(StandardCharsets.UTF_8).length > RuleTexts.MOST_BYTES)) {
      return Optional.of("policy.edit.too-long");
    }
    // PostgreSQL keeps no such character.
    return Stream.of(rules, examples, words).anyMatch(text -> text.indexOf('\0') >= 0)
        ? Optional.of("policy.edit.nul")
        : Optional.empty();
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n");
  }
}
