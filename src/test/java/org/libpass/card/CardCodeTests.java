package org.libpass.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a card's Code 128 says, as scanners and hands write it. */
class CardCodeTests {

  private static final String NUMBER = "CUTE-1-20131107112934";

  @ParameterizedTest
  @ValueSource(strings = {NUMBER, " cute-1-20131107112934\n"})
  void aNumberAloneSaysNothingOfTheGeneration(String scanned) {
    assertThat(CardCode.parse(scanned)).contains(new CardCode(new CardNumber(NUMBER), null));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "-2, 2", "-99, 99"})
  void theGenerationFollowsTheNumber(String suffix, int generation) {
    CardCode code = new CardCode(new CardNumber(NUMBER), generation);
    assertThat(CardCode.parse(NUMBER + suffix)).contains(code);
    assertThat(CardCode.parse(" " + NUMBER.toLowerCase() + suffix + "\n")).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9789571234567",
        "CUTE-1",
        NUMBER + "0",
        NUMBER + "-",
        NUMBER + "-0",
        NUMBER + "-100",
        NUMBER + "-2-2",
        "LIBPASS:" + NUMBER,
        "𠮷"
      })
  void anythingElseIsNoCard(String scanned) {
    assertThat(CardCode.parse(scanned)).isEmpty();
  }

  @Test
  void isWrittenAsItIsRead() {
    for (Integer generation : new Integer[] {null, 1, 12}) {
      CardCode code = new CardCode(new CardNumber(NUMBER), generation);
      assertThat(CardCode.parse(code.toString())).contains(code);
    }
  }
}
