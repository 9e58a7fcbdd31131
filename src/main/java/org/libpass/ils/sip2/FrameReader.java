package org.libpass.ils.sip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.libpass.ils.sip2.Sip2Exception.Problem;

/**
 * Cuts a stream of bytes into messages. Bytes, because in Big5 the bytes of a character look like
 * ASCII; but none looks like CR, which ends a message everywhere.
 */
final class FrameReader {

  /** Far above any real answer: three hundred items with long titles. */
  static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[4096];
  private int start;
  private int end;

  /** Runs before each read, to set how long it may wait; throws when time is up. */
  interface BeforeRead {
    void run() throws IOException;
  }

  FrameReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next message without what ends it.
   *
   * @throws Sip2Exception if the stream ends before or in it, or it is too long
   */
  byte[] next(BeforeRead beforeRead) throws IOException, Sip2Exception {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(256);
    boolean begun = false;
    while (true) {
      if (start == end) {
        beforeRead.run();
        fill();
      }
      if (!begun && buffer[start] == '\n') {
        start++; // of a CRLF that ended the message before
        begun = true;
        continue;
      }
      begun = true;
      int stop = start;
      while (stop < end && buffer[stop] != '\r') {
        stop++;
      }
      if (frame.size() + stop - start > LONGEST) {
        throw new Sip2Exception(Problem.TOO_LONG, "more than " + LONGEST + " bytes");
      }
      frame.write(buffer, start, stop - start);
      start = stop;
      if (stop < end) {
        start++;
        return frame.toByteArray();
      }
    }
  }

  /** The next byte, for what is said before the first message. */
  char nextByte(BeforeRead beforeRead) throws IOException, Sip2Exception {
    if (start == end) {
      beforeRead.run();
      fill();
    }
    return (char) (buffer[start++] & 0xFF);
  }

  /**
   * Makes sure that nothing came after the last message but the line feed of a CRLF: a late or
   * doubled reply would be taken for the answer to the next request, and so on for ever.
   */
  void expectNothing() throws IOException, Sip2Exception {
    if (start == end && in.available() > 0) {
      fill();
    }
    if (start < end && buffer[start] == '\n') {
      start++;
    }
    if (start < end || in.available() > 0) {
      throw new Sip2Exception(Problem.LEFTOVER, "bytes after the message");
    }
  }

  private void fill() throws IOException, Sip2Exception {
    int read = in.read(buffer, 0, buffer.length);
    if (read < 0) {
      throw new Sip2Exception(Problem.CLOSED, "the connection ended");
    }
    start = 0;
    end = read;
  }
}
