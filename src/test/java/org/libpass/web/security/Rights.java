package org.libpass.web.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who opens which page: SPEC's table of who sees what, route by route. A new route is entered here
 * by whoever makes it, who says with it whose it is.
 *
 * @param method in which it is asked
 * @param path its pattern
 * @param roles who gets in
 * @param places which schools' people find there what the path names, with what it names seen from
 *     one card; empty where it names no person's, or nothing that one card would lead to
 */
record Rights(HttpMethod method, String path, Set<Role> roles, Set<Place> places) {

  /** Who asks. */
  enum Role {
    VISITOR,
    READER,
    LIBRARIAN,
    POLICY,
    ALLIANCE
  }

  /** Whose people they are: of the card's home school, of one that lent on it, of any other. */
  enum Place {
    HOME,
    LENDING,
    OTHER
  }

  private static final String TABLE =
      """
      GET / : all
      GET /accessibility : all
      GET /catalogues : all
      GET /closed-days : all
      GET /closed-days/{school} : all
      GET /closed-days/{school}.ics : all
      GET,POST /contact : all
      GET /contact/sent : all
      GET /contacts : all
      GET /faq : all
      GET /guide : all
      GET /news : all
      GET /news/{id} : all
      GET /privacy : all
      GET /rules : all
      GET,POST /sign-in : all
      GET /sign-in/link : all
      GET,POST /sign-in/link/{token} : all
      GET,POST /staff/sign-in : all
      GET /verify/{token} : all
      GET,POST /error : all

      GET /demo : all
      POST /demo/clock : all
      POST /demo/clock/{step} : all
      POST /demo/libraries : all
      GET /demo/libraries/{school} : all
      POST /demo/libraries/{school}/behaviour : all
      POST /demo/libraries/{school}/charge : all
      POST /demo/libraries/{school}/connections : all
      POST /demo/libraries/{school}/items : all
      GET /demo/mails/{id} : all
      GET /demo/mails/{id}/page : all

      GET /me : reader
      POST /me/refresh : reader
      GET,POST /me/activation : reader
      POST /me/activation/consent : reader
      GET /me/applications/{id} : reader, home
      POST /me/applications/{id}/withdraw : reader, home
      GET /me/cards : reader
      GET,POST /me/cards/new : reader
      GET /me/cards/{number} : reader, home
      POST /me/cards/{number}/cancel : reader, home
      POST /me/cards/{number}/check : reader, home
      POST /me/cards/{number}/done : reader, home
      POST /me/cards/{number}/lost : reader, home
      GET /me/cards/{number}/phone : reader, home
      GET,POST /me/cards/{number}/print : reader, home
      GET,POST /me/privacy : reader
      GET,POST /me/profile : reader

      GET /inbox : librarian
      GET /inbox/{id} : librarian, home
      POST /inbox/{id}/answer : librarian, home
      POST /inbox/{id}/approve : librarian, home
      POST /inbox/{id}/check : librarian, home
      POST /inbox/{id}/claim : librarian, home
      POST /inbox/{id}/let-go : librarian, home
      POST /inbox/{id}/read : librarian, home
      POST /inbox/{id}/refuse : librarian, home
      POST /inbox/{id}/release : librarian, home
      POST /inbox/{id}/settle : librarian, home
      GET,POST /inbox/{id}/take-over : librarian, home
      POST /inbox/{id}/hand : librarian, home
      POST /inbox/approve : librarian
      GET /desk : librarian
      GET,POST /desk/find : librarian
      GET,POST /desk/paper : librarian
      GET /desk/paper/form : librarian
      POST /desk/lock : librarian
      GET /desk/practice : librarian
      GET /desk/practice/{steps} : librarian
      POST /desk/practice/{steps}/scan : librarian
      POST /desk/practice/{steps}/take-back : librarian
      POST /desk/practice/{steps}/undo : librarian
      POST /desk/scan : librarian
      POST /desk/take-back : librarian
      POST /desk/undo : librarian
      POST /desk/unlock : librarian
      GET /cards : librarian
      GET /cards/application/{id} : librarian, home
      GET /cards/export/{ending} : librarian
      GET /cards/{number} : librarian, home, lending
      POST /cards/{number}/check : librarian, home, lending
      POST /cards/{number}/fines : librarian, lending
      POST /cards/{number}/fines/lift : librarian, lending
      GET,POST /cards/{number}/print : librarian, home
      POST /cards/{number}/revoke : librarian, home
      POST /cards/{number}/settle : librarian, lending
      GET /loans : librarian
      POST /loans/take-back : librarian
      POST /loans/undo : librarian
      GET,POST /loans/{number}/message : librarian, lending
      GET /readers : librarian
      GET /readers/{id} : librarian, home
      POST /readers/{id}/leave : librarian, home
      POST /readers/{id}/lift : librarian, home
      POST /readers/{id}/refresh : librarian, home
      POST /readers/{id}/stay : librarian, home
      POST /readers/{id}/suspend : librarian, home
      GET,POST /readers/import : librarian
      GET,POST /readers/import/{id} : librarian
      POST /readers/import/{id}/drop : librarian
      GET,POST /clearance : librarian
      GET /clearance/{id} : librarian
      GET /clearance/{id}/clearance.csv : librarian
      POST /clearance/{id}/leave : librarian
      GET /content : librarian
      GET,POST /content/articles/new : librarian
      GET,POST /content/articles/{id} : librarian
      POST /content/articles/{id}/remove : librarian
      GET /content/reasons : librarian
      POST /content/reasons/{question} : librarian
      GET,POST /content/closed-days : librarian
      GET,POST /content/closed-days/{id} : librarian
      POST /content/closed-days/{id}/remove : librarian
      GET,POST /content/contact : librarian

      GET /log : librarian, policy
      GET /policy : policy, alliance
      GET /policy/{owner} : policy, alliance, home
      GET,POST /policy/{owner}/edit : policy, alliance, home
      GET /policy/{owner}/examples : policy, alliance, home
      GET,POST /policy/{owner}/figures : policy, alliance, home
      GET /policy/{owner}/history : policy, alliance, home
      GET /policy/{owner}/history/{number} : policy, alliance
      POST /policy/{owner}/history/{number}/back : policy, alliance, home
      POST /policy/{owner}/history/{number}/withdraw : policy, alliance, home
      POST /policy/{owner}/look : policy, alliance, home
      GET,POST /policy/{owner}/publish : policy, alliance, home
      GET /policy/{owner}/replay : policy, alliance, home
      GET /policy/{owner}/try : policy, alliance, home

      GET /admin/connections : alliance
      GET,POST /admin/connections/{school} : alliance
      GET /admin/content : alliance
      GET,POST /admin/content/articles/new : alliance
      GET,POST /admin/content/articles/{id} : alliance
      POST /admin/content/articles/{id}/remove : alliance
      GET,POST /admin/readers : alliance
      GET /admin/readers/{id} : alliance
      POST /admin/readers/{id}/full : alliance
      GET /admin/audit : alliance
      """;

  /** The whole table. */
  static List<Rights> table() {
    return TABLE.lines().filter(line -> !line.isBlank()).flatMap(Rights::read).toList();
  }

  private static Stream<Rights> read(String line) {
    String[] sides = line.strip().split(" : ", 2);
    String[] route = sides[0].split(" ", 2);
    Set<String> words = new TreeSet<>(Arrays.asList(sides[1].split(", ")));
    Set<Role> roles =
        words.contains("all") ? EnumSet.allOf(Role.class) : named(words, EnumSet.allOf(Role.class));
    Set<Place> places = named(words, EnumSet.allOf(Place.class));
    return Arrays.stream(route[0].split(","))
        .map(method -> new Rights(HttpMethod.valueOf(method), route[1], roles, places));
  }

  private static <E extends Enum<E>> Set<E> named(Set<String> words, Set<E> all) {
    return all.stream()
        .filter(one -> words.contains(one.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Method and path of each. */
  static Set<String> routes(List<Rights> table) {
    return table.stream()
        .map(one -> one.method() + " " + one.path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The routes that the application has; one that takes every method counts as two. */
  static Set<String> routes(RequestMappingHandlerMapping mappings) {
    Set<String> routes = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            mapping -> {
              Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
              for (String path : mapping.getPatternValues()) {
                (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                    .forEach(method -> routes.add(method + " " + path));
              }
            });
    return routes;
  }

  /** The path with what it names; what is not given is named "nothing". */
  String with(Map<String, String> named) {
    Map<String, String> longestFirst =
        new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(it -> it));
    longestFirst.putAll(named);
    String filled = path;
    for (Map.Entry<String, String> part : longestFirst.entrySet()) {
      if (filled.startsWith(part.getKey())) {
        filled = part.getValue() + filled.substring(part.getKey().length());
      }
    }
    return filled.replaceAll("\\{[^}]+}", "nothing");
  }
}
