package org.libpass.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.school.SchoolCode;
import org.libpass.web.Connected;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The site's menu: for each kind of visitor the pages that exist. */
@Component
class Menu {

  private static final List<Entry> READERS =
      List.of(
          new Entry("/", "home"),
          new Entry("/me", "me"),
          new Entry("/me/cards/new", "apply"),
          new Entry("/rules", "rules"),
          new Entry("/news", "news"),
          new Entry("/faq", "faq"),
          new Entry("/guide", "guide"),
          new Entry("/closed-days", "closed-days"),
          new Entry("/catalogues", "catalogues"),
          new Entry("/contacts", "contacts"),
          new Entry("/contact", "contact"));

  /** For librarians of schools whose readers come from lists. */
  private static final Entry READER_LIST = new Entry("/readers/import", "reader-list");

  private static final Entry LOG = new Entry("/log", "log");

  private static final List<Entry> LIBRARIANS =
      List.of(
          new Entry("/inbox", "inbox"),
          new Entry("/desk", "desk"),
          new Entry("/cards", "cards"),
          new Entry("/loans", "loans"),
          new Entry("/readers", "readers"),
          READER_LIST,
          new Entry("/clearance", "clearance"),
          new Entry("/statistics", "statistics"),
          new Entry("/content", "content"),
          LOG);

  private static final List<Entry> POLICY = List.of(new Entry("/policy", "policy"), LOG);

  private static final List<Entry> ALLIANCE =
      List.of(
          new Entry("/policy", "policy"),
          new Entry("/admin/schools", "schools"),
          new Entry("/admin/staff", "staff"),
          new Entry("/admin/connections", "connections"),
          new Entry("/admin/readers", "look-up"),
          new Entry("/admin/content", "alliance-content"),
          new Entry("/admin/jobs", "jobs"),
          new Entry("/admin/audit", "audit"));

  private static final List<Entry> FOR_STAFF_TOO =
      List.of(new Entry("/rules", "rules"), new Entry("/closed-days", "closed-days"));

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final Connected connected;

  Menu(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings,
      Connected connected) {
    this.mappings = mappings;
    this.connected = connected;
  }

  /**
   * The entries for someone with these authorities, in order.
   *
   * @param authorities names such as {@code ROLE_LIBRARIAN}; empty for a visitor
   * @param school of a member of staff; null for the alliance's and for all others
   */
  List<Entry> of(Set<String> authorities, @Nullable SchoolCode school) {
    List<Entry> entries = new ArrayList<>();
    if (authorities.contains("ROLE_LIBRARIAN")) {
      entries.addAll(LIBRARIANS);
    }
    if (school == null || connected.has(school)) {
      entries.remove(READER_LIST);
    }
    if (authorities.contains("ROLE_POLICY_ADMINISTRATOR")) {
      entries.addAll(POLICY);
    }
    if (authorities.contains("ROLE_ALLIANCE_ADMINISTRATOR")) {
      entries.addAll(ALLIANCE);
    }
    entries.addAll(entries.isEmpty() ? READERS : FOR_STAFF_TOO);
    Set<String> existing = existingPages();
    return entries.stream().filter(entry -> existing.contains(entry.href())).distinct().toList();
  }

  private Set<String> existingPages() {
    return mappings.getObject().getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getDirectPaths().stream())
        .collect(Collectors.toSet());
  }

  /**
   * One entry.
   *
   * @param href its page
   * @param name names its text, {@code menu.<name>}, and the page's place in the menu
   */
  public record Entry(String href, String name) {}
}
