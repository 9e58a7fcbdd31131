package org.libpass.web.librarian;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.libpass.circulation.CardList;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.security.StaffPrincipal;
import org.libpass.web.table.TableFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A home school's cards as a file; who took which away is in the audit log. */
@Component
class CardExport {

  private static final List<String> HEAD =
      List.of(
          "number",
          "state",
          "reader",
          "reader-number",
          "applied",
          "valid-until",
          "lent",
          "out",
          "return-by",
          "failing");

  private final CardList list;
  private final AuditLog audit;
  private final MessageSource messages;

  CardExport(CardList list, AuditLog audit, MessageSource messages) {
    this.list = list;
    this.audit = audit;
    this.messages = messages;
  }

  /** Writes all cards that are looked for, in the list's order. */
  void write(
      StaffPrincipal librarian,
      CardQuery query,
      TableFile.Format format,
      OutputStream to,
      Locale language) {
    AtomicInteger count = new AtomicInteger();
    List<String> head = HEAD.stream().map(it -> text("cards.column." + it, language)).toList();
    try (TableFile file = TableFile.begin(format, to, text("cards.export.sheet", language), head)) {
      list.forEach(
          librarian.ownSchool(),
          query.wanted(),
          row -> {
            file.row(cells(row, language));
            count.incrementAndGet();
          });
    } finally {
      // What was sent before a line broke was taken away all the same.
      audit.keep(
          librarian.ownSchool().value(),
          librarian.username(),
          "cards-exported",
          format.ending(),
          count + "; " + query.withoutNames());
    }
  }

  private List<@Nullable Object> cells(CardList.Row row, Locale language) {
    return Arrays.asList(
        row.number() == null ? text("staff.cards.application", language) : row.number().value(),
        text("card.state." + row.state().name(), language),
        row.reader(),
        row.readerNumber(),
        local(row.appliedAt()),
        row.validUntil(),
        row.lent(),
        row.out(),
        row.returnBy(),
        local(row.failingSince()));
  }

  private static @Nullable LocalDateTime local(@Nullable Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, TaipeiClock.ZONE);
  }

  private String text(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
