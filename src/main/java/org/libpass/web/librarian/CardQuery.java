package org.libpass.web.librarian;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardState;
import org.libpass.circulation.CardList.Order;
import org.libpass.circulation.CardList.Wanted;
import org.libpass.school.SchoolCode;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a librarian looks for in the list of cards, as it stands in the address. What is none of the
 * known words counts as left out; a date that is none is said so beside its field.
 *
 * @param q a part of a number, a reader's name, a title or a barcode
 * @param state a {@link CardState}, empty for all
 * @param lender the code of a lending school, empty for all
 * @param from the first day of application, such as 2026-11-22, empty for none
 * @param to the last day of application
 * @param overdue {@code true} for overdue ones alone, else empty
 * @param silent {@code true} for those alone of which a library system could not be asked, else
 *     empty
 * @param sort an {@link Order} in small letters with hyphens, with a hyphen in front for the other
 *     direction
 * @param page from 1
 */
record CardQuery(
    String q,
    String state,
    String lender,
    String from,
    String to,
    String overdue,
    String silent,
    String sort,
    String page) {

  private static final int LONGEST = 100;

  CardQuery(
      @Nullable String q,
      @Nullable String state,
      @Nullable String lender,
      @Nullable String from,
      @Nullable String to,
      @Nullable String overdue,
      @Nullable String silent,
      @Nullable String sort,
      @Nullable String page) {
    this.q = cut(q);
    this.state = cut(state);
    this.lender = cut(lender);
    this.from = cut(from);
    this.to = cut(to);
    this.overdue = "true".equals(overdue) ? "true" : "";
    this.silent = "true".equals(silent) ? "true" : "";
    this.sort = cut(sort);
    this.page = cut(page);
  }

  private static String cut(@Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  private Optional<CardState> cardState() {
    return Arrays.stream(CardState.values()).filter(one -> one.name().equals(state)).findFirst();
  }

  private boolean isReversed() {
    return sort.startsWith("-");
  }

  private Optional<Order> order() {
    String wanted = isReversed() ? sort.substring(1) : sort;
    return Arrays.stream(Order.values()).filter(one -> word(one).equals(wanted)).findFirst();
  }

  Wanted wanted() {
    return new Wanted(
        q,
        cardState().orElse(null),
        SchoolCode.parse(lender).orElse(null),
        date(from).orElse(null),
        date(to).orElse(null),
        !overdue.isEmpty(),
        !silent.isEmpty(),
        order().orElse(Order.APPLIED),
        order().map(any -> isReversed()).orElse(true));
  }

  private static Optional<LocalDate> date(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** The key of what is wrong with the first day, null when it is well. */
  public @Nullable String wrongFrom() {
    return wrong(from);
  }

  /** The key of what is wrong with the last day, null when it is well. */
  public @Nullable String wrongTo() {
    boolean before =
        date(to).flatMap(last -> date(from).map(first -> last.isBefore(first))).orElse(false);
    return before ? "cards.to.before" : wrong(to);
  }

  private static @Nullable String wrong(String typed) {
    return typed.isEmpty() || date(typed).isPresent() ? null : "cards.date.wrong";
  }

  boolean isWrong() {
    return wrongFrom() != null || wrongTo() != null;
  }

  /** Whether less is looked for than all cards. */
  public boolean isNarrowed() {
    return !filters(false).isEmpty();
  }

  /** The word by which an address names one of these. */
  private static String word(Order one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Another page of it. */
  public String at(int number) {
    return address("/cards", sort, number == 1 ? "" : String.valueOf(number));
  }

  /**
   * All of it as a file.
   *
   * @param ending csv or xlsx
   */
  public String export(String ending) {
    return address("/cards/export/" + ending, sort, "");
  }

  /**
   * The same list by another column; by the same one, the other way round.
   *
   * @param column the name of an {@link Order}
   */
  public String by(String column) {
    Order order = Order.valueOf(column);
    boolean turn = wanted().order() == order && !wanted().descending();
    return address("/cards", turn ? "-" + word(order) : word(order), "");
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

  /**
   * What is looked for, for the audit log: that somebody was looked for in words, not for whom.
   *
   * @return such as {@code state=IN_USE, overdue=true}; empty for all cards
   */
  String withoutNames() {
    Map<String, String> named = filters(true);
    return named.toString().substring(1, named.toString().length() - 1);
  }

  private Map<String, String> filters(boolean withoutNames) {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("q", withoutNames && !q.isEmpty() ? "*" : q);
    filters.put("state", cardState().map(Enum::name).orElse(""));
    filters.put("lender", SchoolCode.parse(lender).map(SchoolCode::value).orElse(""));
    filters.put("from", date(from).map(LocalDate::toString).orElse(""));
    filters.put("to", date(to).map(LocalDate::toString).orElse(""));
    filters.put("overdue", overdue);
    filters.put("silent", silent);
    filters.values().removeIf(String::isEmpty);
    return filters;
  }

  private String address(String path, String order, String number) {
    Map<String, String> parts = filters(false);
    parts.put("sort", order);
    parts.put("page", number);
    parts.values().removeIf(String::isEmpty);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    parts.forEach(
        (name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
    return address.build(true).toUriString();
  }
}
