package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientDateTests {

  @ParameterizedTest
  @CsvSource({
    "201610, 2016-10-31",
    "202402, 2024-02-29",
    "20161005, 2016-10-05",
    "'20161005    235900', 2016-10-05",
    "20161005235900, 2016-10-05",
    "20161005 235900, 2016-10-05",
    "'20161005   Z155959', 2016-10-05",
    "'20161005   Z160000', 2016-10-06",
    "2016-10-05, 2016-10-05",
    "2016/1/5, 2016-01-05",
    "2016.10.05, 2016-10-05",
    "2016-10, 2016-10-31",
    "2016-10-05 23:59:59, 2016-10-05",
    "2016-10-05T23:59:59, 2016-10-05",
    "' 20161005 ', 2016-10-05"
  })
  void reads(String text, LocalDate day) {
    assertThat(LenientDate.of(text)).isEqualTo(day);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "never",
        "00000000",
        "20161305",
        "20160230",
        "201613",
        "120113",
        "161005",
        "05/10/2016",
        "10-05-2016",
        "1051005",
        "2016",
        "201610050",
        "20161005   Z250000",
        "２０１６１００５",
        "99999999999999999999"
      })
  void doesNotGuess(String text) {
    assertThat(LenientDate.of(text)).isNull();
  }
}
