package org.libpass.reader;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What librarians did to readers' standing, for as long as the readers are known. */
@Service
public class ReaderHistory {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ReaderHistory(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** What was done to a reader, the last first. */
  public List<ReaderEvent> of(UUID reader) {
    return jdbc.sql(
            "select reader, kind, happened_at, done_by, note, from_day from reader_event"
                + " where reader = :reader order by number desc")
        .param("reader", reader)
        .query(ReaderHistory::event)
        .list();
  }

  /** Why a reader is suspended, if the reader is. */
  public Optional<ReaderEvent> suspension(Reader reader) {
    return reader.status() == Reader.Status.SUSPENDED
        ? of(reader.id()).stream()
            .filter(event -> event.kind() == ReaderEvent.Kind.SUSPENDED)
            .findFirst()
        : Optional.empty();
  }

  /** Adds to it and tells of it; the caller holds the lock on the reader. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(ReaderEvent event) {
    keep(List.of(event.reader()), event);
    events.publishEvent(event);
  }

  /** Adds the same to many; the caller holds the locks on them. Nobody is told. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(List<UUID> readers, ReaderEvent event) {
    LocalDate from = event.from();
    jdbc.sql(
            "insert into reader_event (reader, number, kind, happened_at, done_by, note, from_day)"
                + " select r.id, (select count(*) + 1 from reader_event e where e.reader = r.id),"
                + " cast(:kind as varchar(20)), cast(:at as timestamp(6) with time zone),"
                + " cast(:by as varchar(64)), cast(:note as varchar(500)), cast(:from as date)"
                + " from reader r where r.id in (:readers)")
        .param("kind", event.kind().name())
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("by", event.by())
        .param("note", event.note())
        .param("from", from)
        .param("readers", readers)
        .update();
  }

  private static ReaderEvent event(ResultSet row, int index) throws SQLException {
    return new ReaderEvent(
        row.getObject("reader", UUID.class),
        ReaderEvent.Kind.valueOf(row.getString("kind")),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("done_by"),
        row.getString("note"),
        row.getObject("from_day", LocalDate.class));
  }
}
