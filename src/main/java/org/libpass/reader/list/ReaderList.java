package org.libpass.reader.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.PatronRecord;
import org.libpass.school.SchoolCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** A list without faults that waits for its confirmation, or what stays of one that was taken. */
class ReaderList {

  private static final int HEADS = 500;

  @Id private final UUID id;
  @Version private int version;
  private final String school;
  private final String uploadedBy;
  private Instant comparedAt;
  private int listsBefore;
  private final String charset;
  private final String ignoredColumns;
  private @Nullable Instant appliedAt;
  private @Nullable Integer added;
  private @Nullable Integer changed;
  private @Nullable Integer unchanged;
  private List<ListedReader> readers = new ArrayList<>();

  @PersistenceCreator
  ReaderList(
      UUID id,
      String school,
      String uploadedBy,
      Instant comparedAt,
      int listsBefore,
      String charset,
      String ignoredColumns) {
    this.id = id;
    this.school = school;
    this.uploadedBy = uploadedBy;
    this.comparedAt = comparedAt;
    this.listsBefore = listsBefore;
    this.charset = charset;
    this.ignoredColumns = ignoredColumns;
  }

  static ReaderList of(
      SchoolCode school, String by, Instant now, int listsBefore, String charset, Parsed parsed) {
    String heads = String.join(" | ", parsed.ignored());
    ReaderList list =
        new ReaderList(
            UUID.randomUUID(),
            school.value(),
            by,
            now,
            listsBefore,
            charset,
            heads.length() <= HEADS ? heads : heads.substring(0, HEADS - 1) + "…");
    list.readers = new ArrayList<>(parsed.readers());
    return list;
  }

  UUID id() {
    return id;
  }

  SchoolCode school() {
    return new SchoolCode(school);
  }

  boolean isOf(SchoolCode wanted, String by) {
    return school.equals(wanted.value()) && uploadedBy.equals(by);
  }

  String uploadedBy() {
    return uploadedBy;
  }

  /** When it was shown against what is kept. */
  Instant comparedAt() {
    return comparedAt;
  }

  /** How many lists of the school had been taken over by then. */
  int listsBefore() {
    return listsBefore;
  }

  void comparedAgain(Instant now, int lists) {
    comparedAt = now;
    listsBefore = lists;
  }

  String charset() {
    return charset;
  }

  String ignoredColumns() {
    return ignoredColumns;
  }

  List<ListedReader> readers() {
    return List.copyOf(readers);
  }

  List<PatronRecord> records(Instant time) {
    return readers.stream().map(reader -> reader.at(time)).toList();
  }

  @Nullable Instant appliedAt() {
    return appliedAt;
  }

  /** It was taken over: the counts stay, the people are where they belong. */
  void applied(Instant now, ReaderLists.Counts counts) {
    appliedAt = now;
    added = counts.added();
    changed = counts.changed();
    unchanged = counts.unchanged();
    readers = new ArrayList<>();
  }

  ReaderLists.Counts counts() {
    if (added == null || changed == null || unchanged == null) {
      throw new IllegalStateException("Not taken over: " + id);
    }
    return new ReaderLists.Counts(added, changed, unchanged);
  }
}
