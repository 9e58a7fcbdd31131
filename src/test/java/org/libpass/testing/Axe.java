package org.libpass.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe finds wrong with a page for people who see, hear or move otherwise. */
public final class Axe {

  private static final String SCRIPT = script();

  /** WCAG 2.2 AA with all that it stands on, and what axe holds to be good custom. */
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String RUN =
      """
      tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
          .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
              rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary)))
      """;

  private Axe() {}

  /** The findings, each with its rule and place; empty when there is nothing to find. */
  public static List<String> findings(Page page) {
    if (!(boolean) page.evaluate("'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(RUN, TAGS)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
