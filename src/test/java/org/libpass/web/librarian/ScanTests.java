package org.libpass.web.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.card.CardNumber;

class ScanTests {

  private static final String NUMBER = "CUTE-1-20131107112934";

  @ParameterizedTest
  @ValueSource(
      strings = {
        NUMBER,
        " cute-1-20131107112934\n",
        "LIBPASS:" + NUMBER,
        "libpass:" + NUMBER,
        "LIBPASS:" + NUMBER + ":3:c2lnbmF0dXJl"
      })
  void aCardIsFoundInWhatTheScannerSends(String scanned) {
    assertThat(Scan.number(scanned)).contains(new CardNumber(NUMBER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9789571234567", "LIBPASS:", "LIBPASS:CUTE-1", NUMBER + "0", "𠮷"})
  void anythingElseIsNoCard(String scanned) {
    assertThat(Scan.number(scanned)).isEmpty();
  }
}
