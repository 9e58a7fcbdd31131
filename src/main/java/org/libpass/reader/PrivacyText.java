package org.libpass.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libpass.policy.Wording;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/**
 * One version of the privacy policy, in both languages.
 *
 * @param version names it, 1 to 40 letters, digits, dots and hyphens
 * @param since the first day in Taipei on which it holds
 * @param parts its paragraphs in order
 */
public record PrivacyText(String version, LocalDate since, List<Part> parts) {

  private static final String VERSION = "[A-Za-z0-9.-]{1,40}";

  /**
   * @throws IllegalArgumentException if the version can't stand in a form or nothing is said
   */
  public PrivacyText {
    if (!version.matches(VERSION)) {
      throw new IllegalArgumentException("Not a version of the privacy policy: " + version);
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("Privacy policy " + version + " says nothing");
    }
    parts = List.copyOf(parts);
  }

  /**
   * A paragraph.
   *
   * @param key names it through all versions
   */
  public record Part(String key, Wording title, Wording text) {}

  /** The paragraph of that name, if this version has it. */
  public Optional<Part> part(String key) {
    return parts.stream().filter(part -> part.key().equals(key)).findFirst();
  }

  /**
   * Reads a version.
   *
   * @param source what its file says, YAML
   * @throws IllegalArgumentException if something of it is missing or wrong
   */
  static PrivacyText read(String source) {
    try {
      MutablePropertySources file = new MutablePropertySources();
      new YamlPropertySourceLoader()
          .load("privacy policy", new ByteArrayResource(source.getBytes(StandardCharsets.UTF_8)))
          .forEach(file::addLast);
      return new Binder(ConfigurationPropertySources.from(file))
          .bind("", Bindable.of(PrivacyText.class))
          .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
