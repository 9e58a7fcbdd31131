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
   * @param tone {@code bad} when something is late or refused, {@code wait} when others have to
   *     act, else {@code good}
   * @param text the sentence
   * @param page where to go, or null when nothing can be done on our pages
   * @param label the key of that link's text
   */
  record Line(String icon, String tone, String text, @Nullable String page, String label) {}

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
    Todo.Kind kind = todo.kind();
    return new Line(icon(kind), tone(kind), text, page(todo), label(kind));
  }

  private static String icon(Todo.Kind kind) {
    return switch (kind) {
      case OVERDUE_ON_CARD,
          OVERDUE_AT_HOME,
          OVERDUE_AT_HOME_UNDATED,
          OVERDUE_AT_HOME_UNNAMED,
          SUSPENDED,
          ACTIVATION_REFUSED ->
          "stop";
      case FINE, FINE_ON_CARD -> "coin";
      case CARD_ENDS_TODAY -> "hourglass";
      case DUE_TODAY, DUE_SOON -> "book";
      case CARD_TO_PRINT -> "printer";
      case ACTIVATE -> "flag";
      case AGREE_TO_PRIVACY -> "pencil";
      case HOLD_SHELF -> "shelf";
      case REQUEST_ARRIVED -> "house";
      case APPLICATION_UNDER_REVIEW, ACTIVATION_PENDING -> "clock";
    };
  }

  private static String tone(Todo.Kind kind) {
    return switch (kind) {
      case OVERDUE_ON_CARD,
          OVERDUE_AT_HOME,
          OVERDUE_AT_HOME_UNDATED,
          OVERDUE_AT_HOME_UNNAMED,
          FINE,
          FINE_ON_CARD,
          SUSPENDED,
          ACTIVATION_REFUSED ->
          "bad";
      case APPLICATION_UNDER_REVIEW, ACTIVATION_PENDING -> "wait";
      case DUE_TODAY,
          CARD_ENDS_TODAY,
          DUE_SOON,
          CARD_TO_PRINT,
          ACTIVATE,
          AGREE_TO_PRIVACY,
          HOLD_SHELF,
          REQUEST_ARRIVED ->
          "good";
    };
  }

  private static @Nullable String page(Todo todo) {
    return switch (todo.kind()) {
      case ACTIVATE, ACTIVATION_PENDING, ACTIVATION_REFUSED -> "/me/activation";
      case APPLICATION_UNDER_REVIEW -> "/me/applications/" + todo.subject();
      case OVERDUE_ON_CARD, FINE_ON_CARD, DUE_TODAY, DUE_SOON, CARD_ENDS_TODAY, CARD_TO_PRINT ->
          "/me/cards/" + todo.cardNumber();
      case AGREE_TO_PRIVACY -> "/me/privacy";
      case SUSPENDED -> "/contacts";
      case OVERDUE_AT_HOME,
          OVERDUE_AT_HOME_UNDATED,
          OVERDUE_AT_HOME_UNNAMED,
          FINE,
          HOLD_SHELF,
          REQUEST_ARRIVED ->
          null;
    };
  }

  private static String label(Todo.Kind kind) {
    return switch (kind) {
      case ACTIVATE -> "me.activate";
      case ACTIVATION_REFUSED -> "todo.go.why";
      case ACTIVATION_PENDING -> "todo.go.state";
      case APPLICATION_UNDER_REVIEW -> "me.application.open";
      case CARD_TO_PRINT -> "todo.go.print";
      case AGREE_TO_PRIVACY -> "apply.agree.read";
      case SUSPENDED -> "next.library";
      case OVERDUE_ON_CARD,
          FINE_ON_CARD,
          DUE_TODAY,
          DUE_SOON,
          CARD_ENDS_TODAY,
          OVERDUE_AT_HOME,
          OVERDUE_AT_HOME_UNDATED,
          OVERDUE_AT_HOME_UNNAMED,
          FINE,
          HOLD_SHELF,
          REQUEST_ARRIVED ->
          "me.card.open";
    };
  }
}
