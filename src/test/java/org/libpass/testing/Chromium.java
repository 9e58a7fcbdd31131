package org.libpass.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The machine's own Chromium, without a window, one for the whole run. It belongs to the thread
 * that first asked for it, as everything of Playwright does.
 */
final class Chromium {

  private static final Optional<Path> NODE = find("PLAYWRIGHT_NODEJS_PATH", "node");
  private static final Optional<Path> BROWSER =
      find("LIBPASS_CHROMIUM", "chromium", "chromium-browser", "google-chrome");

  /** No look-ups, updates or reports of its own, and no page from anywhere but this machine. */
  private static final List<String> FLAGS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--disable-sync",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

  private Chromium() {}

  /** What this machine lacks for browser tests, or empty when it lacks nothing. */
  static Optional<String> missing() {
    if (BROWSER.isEmpty()) {
      return Optional.of(
          "Chromium is neither on the PATH nor named by LIBPASS_CHROMIUM"
              + " (Debian: apt-get install chromium fonts-noto-cjk)");
    }
    if (NODE.isEmpty()) {
      return Optional.of("Node.js is neither on the PATH nor named by PLAYWRIGHT_NODEJS_PATH");
    }
    return Optional.empty();
  }

  static Browser running() {
    return Running.BROWSER;
  }

  /** The program that {@code variable} names in the environment, else the first on the PATH. */
  private static Optional<Path> find(String variable, String... names) {
    String named = System.getenv(variable);
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    List<String> folders =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getenv().getOrDefault("PATH", ""))
            .toList();
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Started when first touched; ends with the virtual machine. */
  private static final class Running {

    static final Browser BROWSER = start();

    private static Browser start() {
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.put("PLAYWRIGHT_NODEJS_PATH", NODE.orElseThrow().toString());
      // Without this, Playwright downloads browsers of its own before it starts ours.
      environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      return Playwright.create(new CreateOptions().setEnv(environment))
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(Chromium.BROWSER.orElseThrow())
                  .setChromiumSandbox(false)
                  .setArgs(FLAGS));
    }
  }
}
