package org.libpass.web.readers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.clearance.Clearance;
import org.libpass.clearance.Leaver;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.ReadersByNumber;
import org.libpass.web.Dates;
import org.libpass.web.SchoolNames;
import org.libpass.web.table.TableFile;
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
    response.setContentType(TableFile.Format.CSV.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"clearance-" + clock.today() + ".csv\"");
    List<String> head = HEADS.stream().map(one -> text("clearance.head." + one)).toList();
    try (TableFile file =
        TableFile.begin(TableFile.Format.CSV, response.getOutputStream(), "clearance", head)) {
      clearance.lines().forEach(line -> file.row(values(line)));
    }
  }

  private List<Object> values(Leaver line) {
    Stream<Object> start = Stream.of(line.line(), line.number());
    String state = text("clearance.state." + line.state().name());
    return line.known()
        .map(known -> Stream.concat(start, of(known, state)).toList())
        .orElseGet(() -> Stream.concat(start, Stream.of("", state)).toList());
  }

  private Stream<Object> of(Leaver.Known known, String state) {
    ReadersByNumber.Row reader = known.reader();
    LocalDate leaving = reader.leavingFrom();
    return Stream.of(
        reader.name(),
        state,
        known.openCards(),
        known.endedCards(),
        known.booksOut(),
        known.fines(),
        figure(reader.overdueItems()),
        figure(plain(reader.finesOwed())),
        dates.moment(reader.askedAt()),
        known.silent().stream().map(schools::of).collect(Collectors.joining("、")),
        leaving == null ? "" : leaving);
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
