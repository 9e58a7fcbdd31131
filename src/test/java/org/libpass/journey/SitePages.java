package org.libpass.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page that has an address of its own, by who opens it. The application is asked, so that a
 * new page is not forgotten; of pages of one thing there are a few.
 */
final class SitePages {

  private static final Map<Who, List<String>> OF_ONE_THING =
      Map.of(
          Who.VISITOR,
          List.of("/rules?school=CUTE", "/verify/nothing", "/no-such-page"),
          Who.LIBRARIAN,
          List.of("/cards/NTUT-1-20200101000000"),
          Who.ALLIANCE,
          Stream.of("", "/edit", "/figures", "/examples", "/try", "/replay", "/publish", "/history")
              .map(page -> "/policy/alliance" + page)
              .toList());

  private SitePages() {}

  /** Who opens a page. */
  enum Who {
    VISITOR,
    READER,
    LIBRARIAN,
    LIST_LIBRARIAN,
    ALLIANCE;

    static Who of(String path) {
      if (path.equals("/me") || path.startsWith("/me/")) {
        return READER;
      }
      if (path.startsWith("/readers/import")) {
        return LIST_LIBRARIAN;
      }
      if (path.matches("/(inbox|desk|cards|loans|readers|content)(/.*)?")) {
        return LIBRARIAN;
      }
      return path.matches("/(policy|admin)(/.*)?") ? ALLIANCE : VISITOR;
    }
  }

  static Map<Who, Set<String>> all(RequestMappingHandlerMapping mappings) {
    Map<Who, Set<String>> pages = new TreeMap<>();
    for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
        Set<String> paths = new TreeSet<>(mapping.getDirectPaths());
        paths.remove("/error"); // the container's way to the error pages, not a page
        for (String path : paths) {
          pages.computeIfAbsent(Who.of(path), none -> new TreeSet<>()).add(path);
        }
      }
    }
    OF_ONE_THING.forEach(
        (who, more) -> pages.computeIfAbsent(who, none -> new TreeSet<>()).addAll(more));
    return pages;
  }
}
