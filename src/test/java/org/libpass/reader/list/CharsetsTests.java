package org.libpass.reader.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a file was saved is told from the file. */
class CharsetsTests {

  private static final String TEXT = "讀者證號,姓名\nS1,許功蓋育";

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8", "UTF-16, UTF-16", "x-windows-950, Big5", "Big5, Big5"})
  void eachIsRecognised(String saved, String told) {
    assertThat(Charsets.decode(TEXT.getBytes(Charset.forName(saved))))
        .contains(new Charsets.Decoded(TEXT, told));
  }

  @Test
  void theMarkOfWindowsIsNoPartOfTheFirstHead() {
    byte[] marked = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
    assertThat(Charsets.decode(marked)).contains(new Charsets.Decoded(TEXT, "UTF-8"));
    byte[] littleEndian = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
    assertThat(Charsets.decode(littleEndian)).contains(new Charsets.Decoded(TEXT, "UTF-16"));
  }

  @Test
  void whatIsNeitherIsNotGuessed() {
    assertThat(Charsets.decode(new byte[] {'S', (byte) 0xFF, (byte) 0x80, '1'}))
        .isEqualTo(Optional.empty());
    byte[] cut = "許".getBytes(Charset.forName("Big5"));
    assertThat(Charsets.decode(new byte[] {'S', cut[0]})).isEmpty();
  }
}
