package org.libpass.web;

import java.util.List;
import java.util.function.BiFunction;

/**
 * One page of a list that is too long for one.
 *
 * @param number which page, 1 or more
 * @param rows what it shows; empty behind the end of the list
 * @param isLast whether no further page follows
 */
public record Paged<T>(int number, List<T> rows, boolean isLast) {

  /** Far behind the end of every list, and small enough to be multiplied. */
  private static final int FARTHEST = 100_000;

  /**
   * Reads a page of a list.
   *
   * @param typed the page's number as it came with the address; what is none is the first page
   * @param size how many rows a page has
   * @param rows reads rows: how many to leave out, and how many to read at most. One more is read
   *     than a page shows, which tells whether there are further ones without counting all.
   */
  public static <T> Paged<T> of(
      String typed, int size, BiFunction<Integer, Integer, List<T>> rows) {
    int number = number(typed);
    List<T> found = rows.apply((number - 1) * size, size + 1);
    List<T> shown = List.copyOf(found.subList(0, Math.min(size, found.size())));
    return new Paged<>(number, shown, found.size() <= size);
  }

  private static int number(String typed) {
    return typed.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(typed), FARTHEST) : 1;
  }

  public boolean isFirst() {
    return number == 1;
  }

  /** Whether the list has no more than this page. */
  public boolean isAll() {
    return isFirst() && isLast;
  }
}
