package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameReaderTests {

  @Test
  void endsAMessageAtCrAndDropsALineFeedBeforeIt() throws Exception {
    FrameReader reader = reader("one\r\ntwo\rthree\r\n");
    assertThat(next(reader)).isEqualTo("one");
    assertThat(next(reader)).isEqualTo("two");
    assertThat(next(reader)).isEqualTo("three");
    reader.expectNothing();
    assertThatThrownBy(() -> next(reader)).hasMessageContaining("closed");
  }

  @Test
  void findsWhatComesAfterTheMessage() throws Exception {
    FrameReader reader = reader("one\r\n9");
    assertThat(next(reader)).isEqualTo("one");
    assertThatThrownBy(reader::expectNothing).hasMessageStartingWith("leftover");
  }

  @Test
  void doesNotTakeALineFeedForAnEnd() {
    assertThatThrownBy(() -> next(reader("one\ntwo\n"))).hasMessageContaining("closed");
  }

  @Test
  void stopsReadingWhatNeverEnds() {
    Endless endless = new Endless();
    FrameReader reader = new FrameReader(endless);
    assertThatThrownBy(() -> next(reader)).hasMessageStartingWith("too long");
    assertThat(endless.read).isLessThan(FrameReader.LONGEST + 10_000);
  }

  private static FrameReader reader(String bytes) {
    return new FrameReader(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String next(FrameReader reader) throws IOException, Sip2Exception {
    return new String(reader.next(() -> {}), StandardCharsets.ISO_8859_1);
  }

  private static final class Endless extends InputStream {

    private long read;

    @Override
    public int read() {
      read++;
      return 'x';
    }
  }
}
