package org.libpass.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.libpass.clearance.ListedNumber.Problem;

/** How a list of numbers is read, line by line. */
class NumberListTests {

  @Test
  void readsTheFirstValueOfEachLine() {
    assertThat(NumberList.read("s001\r\ns002,王小明,2026\r\"s003\";x\n ｓ００４ \ts\n"))
        .extracting(ListedNumber::number)
        .containsExactly("s001", "s002", "s003", "s004");
  }

  @Test
  void leavesAHeadOutAndKeepsTheLineNumbers() {
    assertThat(NumberList.read("讀者證號,姓名\ns001,王小明"))
        .containsExactly(new ListedNumber(2, "s001", null, null));
    assertThat(NumberList.read("s001\n讀者證號"))
        .extracting(ListedNumber::number)
        .containsExactly("s001", "讀者證號");
  }

  @Test
  void saysWhatIsWrongWithALine() {
    String longest = "9".repeat(40);
    assertThat(NumberList.read("s001\n\nS001\n" + longest + "\n" + longest + "9\n\n\n"))
        .containsExactly(
            new ListedNumber(1, "s001", null, null),
            new ListedNumber(2, "", Problem.EMPTY, null),
            new ListedNumber(3, "S001", Problem.TWICE, 1),
            new ListedNumber(4, longest, null, null),
            new ListedNumber(5, "9".repeat(39) + "…", Problem.TOO_LONG, null));
  }

  @Test
  void whatCannotBeSeenIsNoPartOfANumber() {
    assertThat(NumberList.read("s\0001\u200B\u202E"))
        .extracting(ListedNumber::number)
        .containsExactly("s1");
  }

  @Test
  void nothingIsNoList() {
    assertThat(NumberList.read(" \n\n,,\n")).isEmpty();
    assertThat(NumberList.read("")).isEmpty();
    assertThat(NumberList.read("讀者證號\n")).isEmpty();
  }
}
