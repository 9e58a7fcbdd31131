package org.libpass.ils.standin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer before it becomes bytes: the part of fixed length, then fields in the usual order. */
final class Reply {

  private final String head;
  private final List<String> fields = new ArrayList<>();
  private final Dialect dialect;

  Reply(Dialect dialect, String head) {
    this.dialect = dialect;
    this.head = head;
  }

  /** Adds a field, also an empty one. */
  Reply field(String name, String value) {
    fields.add(name + value);
    return this;
  }

  /** Adds a field unless there is nothing to say; some systems send it empty then. */
  Reply optional(@Nullable String name, @Nullable String value) {
    if (name != null && (value != null || dialect.has(Habit.EMPTY_FIELDS))) {
      field(name, value == null ? "" : value);
    }
    return this;
  }

  /** Adds a field for each value. */
  Reply all(String name, List<String> values) {
    values.forEach(value -> field(name, value));
    return this;
  }

  /**
   * The bytes to send, terminator included.
   *
   * @param sequence the request's sequence number, empty when it had none
   */
  byte[] bytes(Charset charset, String sequence) {
    if (dialect.has(Habit.REVERSED)) {
      Collections.reverse(fields);
    }
    boolean trailer = !sequence.isEmpty() && !dialect.has(Habit.NO_TRAILER);
    StringBuilder text = new StringBuilder(head);
    fields.forEach(field -> text.append(field).append('|'));
    if (trailer && !fields.isEmpty() && dialect.has(Habit.UNSEPARATED_TRAILER)) {
      text.setLength(text.length() - 1);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.toString().getBytes(charset));
    if (trailer) {
      bytes.writeBytes(("AY" + sequence + "AZ").getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(Checksum.of(bytes.toByteArray(), bytes.size()));
    }
    bytes.write('\r');
    if (dialect.has(Habit.CRLF)) {
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
