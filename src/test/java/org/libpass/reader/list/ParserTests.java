package org.libpass.reader.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.reader.list.Problem.Kind;

/** What a list of readers may look like, and what is wrong with it. */
class ParserTests {

  private static final String HEADS = "讀者證號,姓名,身分,單位,使用效期,電子郵件,逾期冊數,欠款\n";
  private static final String MING = "S1,王小明,學生,護理科,2028-06-30,ming@example.org,0,1200.5";

  @Test
  void everyColumn() {
    Parsed list = Parser.parse(HEADS + MING + "\n");
    assertThat(list.problems()).isEmpty();
    assertThat(list.ignored()).isEmpty();
    assertThat(list.readers())
        .containsExactly(
            new ListedReader(
                2,
                "S1",
                "王小明",
                "學生",
                "護理科",
                LocalDate.of(2028, 6, 30),
                "ming@example.org",
                0,
                new BigDecimal("1200.50")));
  }

  @Test
  void whatIsEmptyOrHasNoColumnIsUnknown() {
    List<ListedReader> readers =
        readers("E-mail;NAME;Reader number;Expiry;Birthday\n;李麗華;S2\n;林宜庭;S3;;1999-01-01\n");
    assertThat(readers)
        .containsExactly(
            new ListedReader(2, "S2", "李麗華", null, null, null, null, null, null),
            new ListedReader(3, "S3", "林宜庭", null, null, null, null, null, null));
    assertThat(Parser.parse("E-mail;NAME;Reader number;Birthday\n;李麗華;S2").ignored())
        .containsExactly("Birthday");
  }

  @ParameterizedTest
  @CsvSource({
    "讀者證號, NUMBER",
    "學號, NUMBER",
    "Reader No., NUMBER",
    "reader_number, NUMBER",
    "姓名, NAME",
    "Full Name, NAME",
    "身份, IDENTITY",
    "身分別, IDENTITY",
    "系所, UNIT",
    "Department, UNIT",
    "到期日, EXPIRY",
    "Valid until, EXPIRY",
    "Ｅ－ｍａｉｌ, EMAIL",
    "電子信箱, EMAIL",
    "逾期冊數, OVERDUE",
    "Fines owed, FINES",
    "罰款, FINES"
  })
  void headsInEitherLanguage(String head, Column column) {
    assertThat(Column.of(" " + head)).contains(column);
  }

  @ParameterizedTest
  @CsvSource({
    "2028-06-30, 2028-06-30", "2028/6/30, 2028-06-30", "2028.6.5, 2028-06-05",
    "20280630, 2028-06-30", "202802, 2028-02-29", "2027/2, 2027-02-28",
    "２０２８０６３０, 2028-06-30"
  })
  void dates(String written, LocalDate day) {
    assertThat(readers("證號,姓名,信箱,效期\nS1,王小明,," + written).get(0).expiry()).isEqualTo(day);
  }

  @Test
  void tabsAsFromASpreadsheetQuotesLinesInsideAndEmptyLines() {
    assertThat(readers("證號\t姓名\t信箱\t單位\nS1\t王小明\t\t護理科, 夜間部"))
        .extracting(ListedReader::unit)
        .containsExactly("護理科, 夜間部");
    List<ListedReader> readers =
        readers("\"證號\", \"姓名\" ,信箱,備註\r\n\r\nS1,\"林, 美玲\",,\"一\r\n二\"\r\n,,,\r\nS2,\"王\"\"小明\",,");
    assertThat(readers).extracting(ListedReader::line).containsExactly(3, 6);
    assertThat(readers).extracting(ListedReader::name).containsExactly("林, 美玲", "王\"小明");
  }

  @Test
  void namesStayAsTheyAreWritten() {
    assertThat(readers("證號,姓名,信箱\nS1, <b>𠮷田</b> 龍（Ａ） ,").get(0).name())
        .isEqualTo("<b>𠮷田</b> 龍（Ａ）");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "S1,王小明,,,115/6/30,,,        | EXPIRY   | ROC_DATE",
        "S1,王小明,,,1150630,,,         | EXPIRY   | ROC_DATE",
        "S1,王小明,,,民國115年6月30日,,,  | EXPIRY   | ROC_DATE",
        "S1,王小明,,,2028-02-30,,,      | EXPIRY   | DATE",
        "S1,王小明,,,202813,,,          | EXPIRY   | DATE",
        "S1,王小明,,,30/6/2028,,,       | EXPIRY   | DATE",
        "S1,王小明,,,永久,,,             | EXPIRY   | DATE",
        "S1,王小明,,,,ming,,            | EMAIL    | EMAIL",
        "S1,王小明,,,,ming@example,,    | EMAIL    | EMAIL",
        "S1,王小明,,,,a@example.org b@example.org,, | EMAIL | EMAIL",
        "S1,王小明,,,,,-1,              | OVERDUE  | COUNT",
        "S1,王小明,,,,,1.5,             | OVERDUE  | COUNT",
        "S1,王小明,,,,,,很多             | FINES    | AMOUNT",
        "S1,王小明,,,,,,-5              | FINES    | AMOUNT",
        ",王小明,,,,,,                  | NUMBER   | MISSING",
        "S1,　,,,,,,                   | NAME     | MISSING",
        "S 1,王小明,,,,,,               | NUMBER   | NUMBER",
        "讀1,王小明,,,,,,               | NUMBER   | NUMBER",
        "=1+1,王小明,,,,,,              | NUMBER   | NUMBER",
        "1.09E+11,王小明,,,,,,          | NUMBER   | ROUNDED",
        "S1,=1+1,,,,,,                 | NAME     | FORMULA",
        "S1,王小明,@SUM(A1),,,,,        | IDENTITY | FORMULA",
        "S1,王小明,,＋1,,,,              | UNIT     | FORMULA",
        "S1,王?明,,,,,,                 | NAME     | LOST",
        "S1,王小\u202E明,,,,,,          | NAME     | INVISIBLE",
        "S1,王小\u0007明,,,,,,          | NAME     | INVISIBLE",
      })
  void aValueThatIsWrong(String line, Column column, Kind kind) {
    Parsed list = Parser.parse(HEADS + MING.replace("S1", "S0") + "\n" + line);
    assertThat(list.problems())
        .extracting(Problem::line, Problem::column, Problem::kind)
        .containsExactly(tuple(3, column, kind));
  }

  @Test
  void valuesThatAreTooLong() {
    String line =
        String.join(",", "S".repeat(41), "王".repeat(121), "學".repeat(61), "科".repeat(121));
    assertThat(Parser.parse(HEADS + line).problems())
        .extracting(Problem::kind, Problem::figure)
        .containsExactly(
            tuple(Kind.TOO_LONG, 40),
            tuple(Kind.TOO_LONG, 120),
            tuple(Kind.TOO_LONG, 60),
            tuple(Kind.TOO_LONG, 120));
    assertThat(Parser.parse(HEADS + "S1,王小明,,,,a@" + "b.".repeat(150) + "org").problems())
        .extracting(Problem::kind)
        .containsExactly(Kind.TOO_LONG);
  }

  @Test
  void aNumberThatStandsInTheListAlready() {
    assertThat(Parser.parse(HEADS + MING + "\nS2,李麗華\nS1,林宜庭").problems())
        .containsExactly(new Problem(4, Column.NUMBER, Kind.TWICE, "S1", 2));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(Parser.parse(HEADS + "S 1,王?明,,,x,x,x,x\n" + MING + "\n,,,,,,,\nS2").problems())
        .extracting(Problem::line)
        .containsExactly(2, 2, 2, 2, 2, 2, 5);
  }

  @Test
  void whatIsWrongIsShownShortAndVisibly() {
    Problem problem = Parser.parse(HEADS + "S1," + "王\u0007".repeat(50)).problems().get(0);
    assertThat(problem.value()).hasSize(41).startsWith("王␣王␣").endsWith("…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "' ⏎ ⏎'                                 | EMPTY           | 0 | ",
        "'S1,王小明,ming@example.org'              | COLUMN_MISSING  | 1 | NUMBER",
        "'證號,姓名⏎S1,王小明'                     | COLUMN_MISSING  | 1 | EMAIL",
        "'證號,姓名,信箱,E-mail⏎S1,王小明,,'       | COLUMN_TWICE    | 1 | EMAIL",
        "'證號,姓名,信箱⏎⏎'                      | NO_READERS      | 0 | ",
        "'證號,姓名,信箱⏎S1,王小明,,多'            | TOO_MANY_VALUES | 2 | ",
        "'證號,姓名,信箱⏎S1,王小明,⏎S2,\"李麗華,' | QUOTES          | 3 | ",
        "'證號,姓名,信箱⏎S1,\"王\"小明,'           | QUOTES          | 2 | ",
      })
  void aListThatIsNone(String quoted, Kind kind, int line, Column column) {
    String text = quoted.substring(1, quoted.length() - 1).replace('⏎', '\n');
    assertThat(Parser.parse(text).problems().get(0))
        .isEqualTo(new Problem(line, column, kind, "", 0));
  }

  @Test
  void extraCommasAtTheEndDoNoHarm() {
    assertThat(readers("證號,姓名,信箱\nS1,王小明,,,, ")).hasSize(1);
  }

  @Test
  void asManyAsTheLargestMemberHasAndNoMore() {
    String rows =
        IntStream.rangeClosed(1, Parser.MOST_READERS)
            .mapToObj(number -> "S" + number + ",王小明,\n")
            .collect(Collectors.joining());
    assertThat(readers("證號,姓名,信箱\n" + rows)).hasSize(Parser.MOST_READERS);
    assertThat(Parser.parse("證號,姓名,信箱\n" + rows + "X,王小明,").problems())
        .extracting(Problem::kind, Problem::figure)
        .containsExactly(tuple(Kind.TOO_MANY, Parser.MOST_READERS));
  }

  private static List<ListedReader> readers(String text) {
    Parsed list = Parser.parse(text);
    assertThat(list.problems()).isEmpty();
    return list.readers();
  }
}
