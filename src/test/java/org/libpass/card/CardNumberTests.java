package org.libpass.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTests {

  @Test
  void readsWhatAHandTyped() {
    assertThat(CardNumber.parse("  cute-1-20131107112934 "))
        .contains(new CardNumber("CUTE-1-20131107112934"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CUTE-1",
        "CUTE-0-20131107112934",
        "CUTE-1-2013110711293",
        "1-CUTE-20131107112934",
        "CUTE-1-20131107112934-2",
        "ＣＵＴＥ-1-20131107112934",
        "CUTE-1-20131107112934'; drop table card"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(CardNumber.parse(text)).isEmpty();
    assertThatThrownBy(() -> new CardNumber(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
