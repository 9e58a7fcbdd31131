package org.libpass.web.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.notice.Todo;
import org.libpass.notice.Todos;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The to-do list as sentences, each with where to go. */
@Component
class TodoLines {

  private final Todos todos;
  private final Schools schools;
  private final Dates dates;
  private final MessageSource messages;

  TodoLines(Todos todos, Schools schools, Dates dates, MessageSource messages) {
    this.todos = todos;
    this.schools = schools;
    this.dates = dates;
    this.messages = messages;
  }

  /**
   * One line.
   *
   * @param icon names its icon
   * @param late whether something is late or refused
   * @param text the sentence
   * @param page where to go, or null when nothing can be done on our pages
   */
  record Line(String icon, boolean late, String text, @Nullable String page) {}

  List<Line> of(UUID reader, Locale language) {
    return todos.of(reader).stream().map(todo -> line(todo, language)).toList();
  }

  private Line line(Todo todo, Locale language) {
    SchoolCode school = todo.school();
    LocalDate day = todo.day();
    String text =
        messages.getMessage(
            todo.messageKey(),
            todo.arguments(
                school == null ? null : schools.get(school).name(language),
                day == null ? null : dates.day(day)),
            language);
    return new Line(icon(todo.kind()), late(todo.kind()), text, page(todo));
  }

  private static String icon(Todo.Kind kind) {
    return switch (kind) {
      case OVERDUE_ON_CARD, OVERDUE_AT_HOME, OVERDUE_AT_HOME_UNDATED, OVERDUE_AT_HOME_UNNAMED ->
          "stop";
      case FINE -> "coin";
      case CARD_ENDS_TODAY -> "hourglass";
      case DUE_SOON -> "book";
      case CARD_TO_PRINT -> "printer";
      case APPLICATION_UNDER_REVIEW, ACTIVATION_PENDING -> "clock";
      case ACTIVATE -> "flag";
      case ACTIVATION_REFUSED -> "stop";
      case HOLD_SHELF -> "shelf";
      case REQUEST_ARRIVED -> "house";
    };
  }

  private static boolean late(Todo.Kind kind) {
    return switch (kind) {
      case OVERDUE_ON_CARD,
          OVERDUE_AT_HOME,
          OVERDUE_AT_HOME_UNDATED,
          OVERDUE_AT_HOME_UNNAMED,
          FINE,
          ACTIVATION_REFUSED ->
          true;
      case CARD_ENDS_TODAY,
          DUE_SOON,
          CARD_TO_PRINT,
          APPLICATION_UNDER_REVIEW,
          ACTIVATE,
          ACTIVATION_PENDING,
          HOLD_SHELF,
          REQUEST_ARRIVED ->
          false;
    };
  }

  private static @Nullable String page(Todo todo) {
    return switch (todo.kind()) {
      case ACTIVATE, ACTIVATION_PENDING, ACTIVATION_REFUSED -> "/me/activation";
      case APPLICATION_UNDER_REVIEW -> "/me/applications/" + todo.subject();
      case OVERDUE_ON_CARD, DUE_SOON, CARD_ENDS_TODAY, CARD_TO_PRINT ->
          "/me/cards/" + todo.cardNumber();
      case OVERDUE_AT_HOME,
          OVERDUE_AT_HOME_UNDATED,
          OVERDUE_AT_HOME_UNNAMED,
          FINE,
          HOLD_SHELF,
          REQUEST_ARRIVED ->
          null;
    };
  }
}
