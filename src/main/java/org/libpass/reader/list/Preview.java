package org.libpass.reader.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.PatronRecord;
import org.libpass.reader.ListedReaders.Comparison;

/**
 * What a list would do.
 *
 * @param charset how its file was read
 * @param ignoredColumns heads of columns that mean nothing to us, empty for none
 * @param absent how many of the school's readers it does not name; they stay as they are
 * @param withoutEmail how many of its readers have no address, so that no link can be sent
 * @param rows the first ones that are new or changed
 */
public record Preview(
    UUID id,
    String charset,
    String ignoredColumns,
    ReaderLists.Counts counts,
    int absent,
    int withoutEmail,
    List<Row> rows) {

  /** So many are shown; the counts say how many there are. */
  static final int ROWS = 20;

  /**
   * One reader.
   *
   * @param line in the file
   * @param now what the list says
   * @param before what is kept, null for somebody new
   */
  public record Row(int line, PatronRecord now, @Nullable PatronRecord before) {}

  static Preview of(ReaderList list, Comparison comparison) {
    List<ListedReader> readers = list.readers();
    return new Preview(
        list.id(),
        list.charset(),
        list.ignoredColumns(),
        ReaderLists.Counts.of(comparison),
        comparison.absent(),
        (int) readers.stream().filter(reader -> reader.email() == null).count(),
        rows(list, comparison));
  }

  private static List<Row> rows(ReaderList list, Comparison comparison) {
    Set<String> shown = new HashSet<>();
    Map<String, PatronRecord> before = new HashMap<>();
    comparison.added().forEach(reader -> shown.add(reader.readerNumber()));
    comparison
        .changed()
        .forEach(change -> before.put(change.after().readerNumber(), change.before()));
    shown.addAll(before.keySet());
    return list.readers().stream()
        .filter(reader -> shown.contains(reader.number()))
        .limit(ROWS)
        .map(
            reader ->
                new Row(reader.line(), reader.at(list.comparedAt()), before.get(reader.number())))
        .toList();
  }
}
