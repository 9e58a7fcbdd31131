package org.libpass.web.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form carries of its page comes back as it was; anything else is left out. */
class ShownTest {

  private static Shown page() {
    return new Shown()
        .with("limit.validDays", 3)
        .with("until", LocalDate.of(2026, 11, 26))
        .with("from", LocalDate.of(2026, 11, 23))
        .with("school.CUTE", ShownLender.write(14, true, List.of(true, false)));
  }

  @Test
  void comesBackAsItWas() {
    Shown back = Shown.read(page().toString());
    assertThat(back).hasToString(page().toString());
    assertThat(back.differing("", page())).isEmpty();
    assertThat(ShownLender.read(back, "school.CUTE"))
        .isEqualTo(
            new ShownLender(
                14,
                true,
                Map.of(LocalDate.of(2026, 11, 23), true, LocalDate.of(2026, 11, 24), false)));
  }

  @Test
  void whatDiffersIsNamed() {
    Shown now = page().with("limit.validDays", 5).with("school.NTCB", "21n1");
    assertThat(page().differing("limit.", now)).containsExactly("limit.validDays");
    assertThat(now.differing("", page())).containsExactly("limit.validDays", "school.NTCB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what stood here yesterday",
        "<script>*1",
        "limit.validDays*<b>",
        "a*b*c~",
        "school.CUTE",
        "😀*1"
      })
  void nonsenseIsLeftOut(String nonsense) {
    assertThat(Shown.read(nonsense)).hasToString("");
  }

  @Test
  void aLenderThatAFormCannotMeanIsNone() {
    Shown shown = Shown.read("from*2026-99-99~school.CUTE*14p10");
    assertThat(ShownLender.read(shown, "school.CUTE")).isNull();
    assertThat(ShownLender.read(Shown.read("from*2026-11-23~school.CUTE*p"), "school.CUTE"))
        .isNull();
    assertThat(ShownLender.read(page(), "school.NTCB")).isNull();
  }

  @Test
  void whatIsTooLongDidNotComeFromAPage() {
    assertThat(Shown.read("a*1~".repeat(3000))).hasToString("");
    assertThatThrownBy(() -> new Shown().with("a", "<b>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
