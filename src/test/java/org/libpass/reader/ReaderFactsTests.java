package org.libpass.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.ils.PatronRecord;
import org.libpass.school.SchoolCode;

class ReaderFactsTests {

  @ParameterizedTest(name = "at home {0}, recorded {1}: owes {2}")
  @CsvSource({"0, 0, false", "50, 0, true", ", 0, ", "0, 1, true", "50, 2, true", ", 1, true"})
  void owesWhatIsUnpaidAtHomeOrRecorded(
      @Nullable BigDecimal atHome, int recorded, @Nullable Boolean owes) {
    Reader reader =
        Reader.of(
            new SchoolCode("NTUT"),
            new PatronRecord(
                "R1",
                "王小明",
                null,
                null,
                null,
                null,
                0,
                atHome,
                List.of(),
                List.of(),
                Instant.EPOCH),
            Locale.TRADITIONAL_CHINESE);

    var facts =
        ReaderFacts.of(reader, new CardFigures(0, 0, 0, recorded), LocalDate.of(2026, 11, 22));

    assertThat(facts.owesFine()).isEqualTo(owes);
  }
}
