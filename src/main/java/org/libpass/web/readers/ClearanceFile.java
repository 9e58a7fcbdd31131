package org.libpass.web.readers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.clearance.Clearance;
import org.libpass.clearance.Leaver;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.ReadersByNumber;
import org.libpass.web.Csv;
import org.libpass.web.Dates;
import org.libpass.web.SchoolNames;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The same as the page of a list, all kinds in the list's order, as a file. */
@Component
class ClearanceFile {

  private static final List<String> HEADS =
      List.of(
          "line", "number", "name", "state", "cards", "ended", "books", "fines", "overdue", "owed",
          "asked", "silent", "leaving");

  private final MessageSource messages;
  private final SchoolNames schools;
  private final Dates dates;
  private final TaipeiClock clock;

  ClearanceFile(MessageSource messages, SchoolNames schools, Dates dates, TaipeiClock clock) {
    this.messages = messages;
    this.schools = schools;
    this.dates = dates;
    this.clock = clock;
  }

  void write(Clearance clearance, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"clearance-" + clock.today() + ".csv\"");
    Writer out = response.getWriter();
    out.write(Csv.MARK);
    out.write(Csv.line(HEADS.stream().map(head -> text("clearance.head." + head)).toList()));
    for (Leaver line : clearance.lines()) {
      out.write(Csv.line(values(line)));
    }
  }

  private List<String> values(Leaver line) {
    Stream<String> start = Stream.of(String.valueOf(line.line()), line.number());
    String state = text("clearance.state." + line.state().name());
    return line.known()
        .map(known -> Stream.concat(start, of(known, state)).toList())
        .orElseGet(() -> Stream.concat(start, Stream.of("", state)).toList());
  }

  private Stream<String> of(Leaver.Known known, String state) {
    ReadersByNumber.Row reader = known.reader();
    LocalDate leaving = reader.leavingFrom();
    return Stream.of(
        reader.name(),
        state,
        String.valueOf(known.openCards()),
        String.valueOf(known.endedCards()),
        String.valueOf(known.booksOut()),
        String.valueOf(known.fines()),
        figure(reader.overdueItems()),
        figure(plain(reader.finesOwed())),
        dates.moment(reader.askedAt()),
        known.silent().stream().map(schools::of).collect(Collectors.joining("、")),
        leaving == null ? "" : leaving.toString());
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.stripTrailingZeros().toPlainString();
  }

  private String figure(@Nullable Object figure) {
    return figure == null ? text("staff.unknown") : figure.toString();
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
