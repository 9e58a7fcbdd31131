package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.libpass.process.Inbox;
import org.libpass.process.InboxQuery;
import org.libpass.process.InboxQuery.Show;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the inbox a librarian goes through, as the address says it: on the list, and on
 * every task's page, so that the next task of the same part follows. What makes no sense is left
 * out.
 *
 * @param kind names an {@link Inbox.Kind}, empty for all
 * @param show names a {@link Show}, empty for all
 * @param q what is searched for
 * @param page a number from 1, empty for the first page
 */
record InboxFilter(String kind, String show, String q, String page) {

  private static final int LONGEST_SEARCH = 100;
  private static final int LAST_PAGE = 10_000;

  InboxFilter(
      @Nullable String kind, @Nullable String show, @Nullable String q, @Nullable String page) {
    this.kind = known(Inbox.Kind.values(), kind);
    this.show = known(Show.values(), show).replace(Show.ALL.name(), "");
    String words = q == null ? "" : q.strip();
    this.q = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    this.page = page != null && page.matches("[1-9]\\d{0,3}|" + LAST_PAGE) ? page : "";
  }

  /** The filter that a request came with. */
  static InboxFilter of(HttpServletRequest request) {
    return new InboxFilter(
        request.getParameter("kind"),
        request.getParameter("show"),
        request.getParameter("q"),
        request.getParameter("page"));
  }

  private static String known(Enum<?>[] values, @Nullable String name) {
    return Arrays.stream(values)
        .map(Enum::name)
        .filter(it -> it.equals(name))
        .findFirst()
        .orElse("");
  }

  Inbox.@Nullable Kind kindOrAll() {
    return kind.isEmpty() ? null : Inbox.Kind.valueOf(kind);
  }

  int number() {
    return page.isEmpty() ? 1 : Integer.parseInt(page);
  }

  InboxQuery of(StaffPrincipal librarian) {
    return new InboxQuery(
        librarian.ownSchool(),
        librarian.username(),
        kindOrAll(),
        show.isEmpty() ? Show.ALL : Show.valueOf(show),
        q);
  }

  /** Whether anything is left out of the list. */
  public boolean isNarrow() {
    return !(kind + show + q).isEmpty();
  }

  /** The same for another kind, from its first page. */
  public InboxFilter ofKind(String other) {
    return new InboxFilter(other, show, q, "");
  }

  /** The same for others of the tasks, from its first page. */
  public InboxFilter showing(String other) {
    return new InboxFilter(kind, other, q, "");
  }

  /** Another page of the same. */
  public InboxFilter at(int other) {
    return new InboxFilter(kind, show, q, other == 1 ? "" : String.valueOf(other));
  }

  /** The end of an address, from the question mark on; empty when there is nothing to say. */
  public String query() {
    UriComponentsBuilder address = UriComponentsBuilder.newInstance();
    add(address, "kind", kind);
    add(address, "show", show);
    add(address, "page", page);
    if (!q.isEmpty()) {
      address.queryParam("q", "{q}");
      return address.encode().buildAndExpand(q).toUriString();
    }
    return address.toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value);
    }
  }
}
