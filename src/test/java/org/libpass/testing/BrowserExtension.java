package org.libpass.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Browser} with no past, and a picture of its pages when it fails. */
final class BrowserExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  @Override
  public void beforeAll(ExtensionContext testClass) {
    Chromium.missing().ifPresent(what -> stop(what, System.getenv("CI")));
  }

  /**
   * Ends a test class that can't have its browser.
   *
   * @param missing what the machine lacks
   * @param ci the environment's {@code CI}, null when it has none
   */
  static void stop(String missing, @Nullable String ci) {
    if ("true".equals(ci)) {
      throw new IllegalStateException("No browser tests: " + missing);
    }
    // The build's summary counts what was skipped and doesn't say why.
    System.out.println("SKIPPED, no browser tests: " + missing);
    Assumptions.abort(missing);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(NAMESPACE)
        .computeIfAbsent(Browser.class, any -> new Browser(Chromium.running()), Browser.class);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Browser browser = test.getStore(NAMESPACE).remove(Browser.class, Browser.class);
    if (browser != null) {
      Optional<Throwable> failure = test.getExecutionException();
      try (browser) {
        failure.ifPresent(
            any ->
                browser.pictureAll(
                    "failed-"
                        + test.getRequiredTestClass().getSimpleName()
                        + "-"
                        + test.getRequiredTestMethod().getName()));
      }
    }
  }
}
