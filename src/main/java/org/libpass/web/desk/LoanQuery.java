package org.libpass.web.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libpass.circulation.LentByUs.Order;
import org.libpass.circulation.LentByUs.Wanted;
import org.libpass.circulation.LentByUs.Which;
import org.libpass.school.SchoolCode;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a librarian looks for in the list of loans, as it stands in the address. What is none of the
 * known words counts as left out.
 *
 * @param show which loans, a {@link Which} in small letters with hyphens; all that are out if none
 * @param q a part of the title, the barcode or the card number
 * @param home the code of a home school, empty for all
 * @param sort an {@link Order} in the same way, with a hyphen in front for the other direction
 * @param page from 1
 */
record LoanQuery(String show, String q, String home, String sort, String page) {

  private static final int LONGEST = 100;

  LoanQuery(
      @Nullable String show,
      @Nullable String q,
      @Nullable String home,
      @Nullable String sort,
      @Nullable String page) {
    this.show = show == null ? "" : show;
    String text = q == null ? "" : q.strip();
    this.q = text.substring(0, Math.min(LONGEST, text.length()));
    this.home = home == null ? "" : home;
    this.sort = sort == null ? "" : sort;
    this.page = page == null ? "" : page;
  }

  Which which() {
    return Arrays.stream(Which.values())
        .filter(one -> word(one).equals(show))
        .findFirst()
        .orElse(Which.OUT);
  }

  private boolean isReversed() {
    return sort.startsWith("-");
  }

  private Order order() {
    String wanted = isReversed() ? sort.substring(1) : sort;
    return Arrays.stream(Order.values())
        .filter(one -> word(one).equals(wanted))
        .findFirst()
        .orElse(which() == Which.ENDED ? Order.ENDED : Order.RETURN_BY);
  }

  Wanted wanted() {
    boolean down = sort.isEmpty() ? which() == Which.ENDED : isReversed();
    return new Wanted(which(), q, SchoolCode.parse(home).orElse(null), order(), down);
  }

  /** Whether less is looked for than all loans of that kind. */
  public boolean isNarrowed() {
    return !q.isEmpty() || SchoolCode.parse(home).isPresent();
  }

  /** The word by which an address names one of these. */
  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** This list, at the place where it stands. */
  public String address() {
    return address(show, sort, page);
  }

  /** Another page of it. */
  public String at(int number) {
    return address(show, sort, number == 1 ? "" : String.valueOf(number));
  }

  /** The same search among other loans, from its beginning. */
  public String showing(Which other) {
    return address(other == Which.OUT ? "" : word(other), "", "");
  }

  /**
   * The same list by another column; by the same one, the other way round.
   *
   * @param column the name of an {@link Order}
   */
  public String by(String column) {
    Order order = Order.valueOf(column);
    boolean turn = wanted().order() == order && !wanted().descending();
    return address(show, turn ? "-" + word(order) : word(order), "");
  }

  /**
   * How a column is sorted, as HTML says it; null when the list stands by another one.
   *
   * @param column the name of an {@link Order}
   */
  public @Nullable String sorted(String column) {
    if (wanted().order() != Order.valueOf(column)) {
      return null;
    }
    return wanted().descending() ? "descending" : "ascending";
  }

  private String address(String which, String order, String number) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/loans");
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("show", which);
    parts.put("q", q);
    parts.put("home", home);
    parts.put("sort", order);
    parts.put("page", number);
    parts.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
          }
        });
    return address.build(true).toUriString();
  }
}
