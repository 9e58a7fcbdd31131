package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of ours never makes a spreadsheet compute something. */
class CsvTests {

  @Test
  void everyValueStandsInQuotationMarks() {
    assertThat(Csv.line(List.of("王小明", "a,b", "say \"x\"", "", "3")))
        .isEqualTo("\"王小明\",\"a,b\",\"say \"\"x\"\"\",\"\",\"3\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", "%0A=1"})
  void aFormulaIsMadeAText(String value) {
    assertThat(Csv.line(List.of(value))).startsWith("\"'");
  }

  @Test
  void whatOnlyHoldsSuchASignIsLeftAlone() {
    assertThat(Csv.line(List.of("CUTE-1", "a=b", "'"))).isEqualTo("\"CUTE-1\",\"a=b\",\"'\"\r\n");
  }
}
