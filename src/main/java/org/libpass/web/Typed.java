package org.libpass.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, or came with it. */
public final class Typed {

  private Typed() {}

  /** The text without surrounding space and with plain line ends; empty for none. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").strip();
  }

  /** The date of the form 2026-01-18, or empty. */
  public static Optional<LocalDate> date(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** The id, or empty. */
  public static Optional<UUID> id(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
