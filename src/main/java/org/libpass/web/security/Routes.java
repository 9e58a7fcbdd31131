package org.libpass.web.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may open which path: the one table of it. A path that is not here is refused, and is answered
 * as if it did not exist, so that a page that someone forgets to enter is closed and not open.
 */
final class Routes {

  static final String READER = "READER";
  static final String LIBRARIAN = "LIBRARIAN";
  static final String POLICY_ADMINISTRATOR = "POLICY_ADMINISTRATOR";
  static final String ALLIANCE_ADMINISTRATOR = "ALLIANCE_ADMINISTRATOR";

  static final List<String> OPEN =
      List.of(
          "/",
          "/sign-in",
          "/sign-in/link",
          "/sign-in/link/*",
          "/staff/sign-in",
          "/sign-out",
          "/rules",
          "/news",
          "/news/*",
          "/faq",
          "/guide",
          "/catalogues",
          "/contacts",
          "/contact",
          "/contact/sent",
          "/closed-days/**",
          "/verify/*",
          "/privacy",
          "/accessibility",
          "/error",
          "/assets/**",
          "/webjars/**",
          "/actuator/health/**");

  static final List<String> DEMO = List.of("/demo/**");

  static final Map<String, Set<String>> CLOSED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("/me/**", Set.of(READER)),
              Map.entry("/inbox/**", Set.of(LIBRARIAN)),
              Map.entry("/desk/**", Set.of(LIBRARIAN)),
              Map.entry("/cards/**", Set.of(LIBRARIAN)),
              Map.entry("/loans/**", Set.of(LIBRARIAN)),
              Map.entry("/clearance/**", Set.of(LIBRARIAN)),
              Map.entry("/readers/**", Set.of(LIBRARIAN)),
              Map.entry("/statistics/**", Set.of(LIBRARIAN)),
              Map.entry("/content/**", Set.of(LIBRARIAN)),
              Map.entry("/log/**", Set.of(LIBRARIAN, POLICY_ADMINISTRATOR)),
              Map.entry("/policy/**", Set.of(POLICY_ADMINISTRATOR, ALLIANCE_ADMINISTRATOR)),
              Map.entry("/admin/**", Set.of(ALLIANCE_ADMINISTRATOR))));

  private static final List<PathPattern> CLOSED_PATHS =
      CLOSED.keySet().stream().map(PathPatternParser.defaultInstance::parse).toList();

  private Routes() {}

  /** Whether {@code path} is a page that exists for some of those who sign in. */
  static boolean isClosed(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return CLOSED_PATHS.stream().anyMatch(pattern -> pattern.matches(parsed));
  }

  /** Whether {@code path} is one of the reader's own pages. */
  static boolean isReaders(String path) {
    return path.equals("/me") || path.startsWith("/me/");
  }
}
