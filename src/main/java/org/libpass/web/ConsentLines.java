package org.libpass.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.Consents;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a reader agreed to, in words. */
@Component
public class ConsentLines {

  /** How a version of the rules is kept with a consent. */
  private static final Pattern RULES =
      Pattern.compile("alliance (\\d{1,9})(?:, ([A-Z]+) (\\d{1,9}))?");

  private final Consents consents;
  private final MessageSource messages;

  ConsentLines(Consents consents, MessageSource messages) {
    this.consents = consents;
    this.messages = messages;
  }

  /**
   * One agreement.
   *
   * @param privacy the version of the privacy policy
   * @param rules which service rules, null when only the privacy policy was agreed to
   */
  public record Line(Instant givenAt, String privacy, @Nullable String rules) {}

  /** The last first, in the language of the request. */
  public List<Line> of(UUID reader) {
    return consents.of(reader).stream()
        .map(one -> new Line(one.givenAt(), one.privacyVersion(), words(one.rulesVersion())))
        .toList();
  }

  private @Nullable String words(@Nullable String rules) {
    Matcher versions = RULES.matcher(rules == null ? "" : rules);
    if (!versions.matches()) {
      return rules;
    }
    return versions.group(2) == null
        ? message("policy.version.alliance", versions.group(1))
        : message("policy.version.both", versions.group(1), versions.group(2), versions.group(3));
  }

  private String message(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
