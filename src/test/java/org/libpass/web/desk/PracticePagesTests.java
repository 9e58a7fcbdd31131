package org.libpass.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.card.Card;
import org.libpass.school.SchoolCode;
import org.libpass.web.StaffPageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk for trying out: it answers like the real one and touches nothing. */
class PracticePagesTests extends StaffPageTest {

  private static final SchoolCode HOME = new SchoolCode("NANYA");
  private static final String BEGINNING = "/desk/practice/s";

  @Autowired JdbcClient jdbc;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.lanyang");
  }

  private static String number(PracticeCard card) {
    return card.number().value();
  }

  /** What the page says that a scan leads to. */
  private String scan(String base, PracticeCard card, String item) throws Exception {
    return next(
        librarian,
        send(librarian, base + "/scan", "card", number(card), "identity", "seen", "scan", item));
  }

  @Test
  void isMarkedAsPracticeAndShowsWhatThereIsToScan() throws Exception {
    String shown = page(librarian, "/desk/practice");

    assertThat(shown).contains("借還櫃台（練習）", "這是練習。", "都不會記下來", "回真的櫃台");
    for (PracticeCard card : PracticeCard.values()) {
      assertThat(shown).contains(card.codes());
    }
    for (PracticeItem item : PracticeItem.values()) {
      assertThat(shown).contains(item.barcode());
    }
    assertThat(page(librarian, "/desk")).contains("練習模式").doesNotContain("這是練習。");
  }

  @ParameterizedTest
  @CsvSource({
    "LENDS,            林曉雯, 第一件之前，請看過",
    "DAYS_OVER,        張育誠, 這張證不能再借了",
    "NOT_PRINTED,      黃詩涵, 需要看到列印出來的借書證",
    "USED_UP,          吳柏翰, 這張證可借的 5 冊都用完了",
    "RETURNED,         蔡佩君, 這張證的書都還清，已經結束了",
    "LOST,             許家豪, 先核對身分",
    "UNKNOWN_IDENTITY, 鄭雅婷, 本館的規則請您留意",
    "REVOKED,          周志偉, 這張證已被所屬校註銷",
  })
  void eachCardIsAnsweredLikeARealOne(PracticeCard card, String name, String says)
      throws Exception {
    assertThat(page(librarian, BEGINNING + "?card=" + number(card))).contains(name, says);
  }

  @Test
  void theOldPaperOfACardThatWasLostIsRefusedAndTheNewOneLends() throws Exception {
    String lost = number(PracticeCard.LOST);

    assertThat(page(librarian, BEGINNING + "?card=" + lost + "-1"))
        .contains("讀者掛失過這張證，您掃的是舊的")
        .doesNotContain("許家豪");
    assertThat(page(librarian, BEGINNING + "?card=" + lost + "-2")).contains("許家豪", "第一件之前，請看過");
  }

  @Test
  void lendsTakesBackAndUndoesAsLongAsTheAddressGoesOn() throws Exception {
    assertThat(scan(BEGINNING, PracticeCard.LENDS, "try-a"))
        .contains("已借出：小說《河邊的圖書館》", "這張證還能借 4 冊", "/desk/practice/s1A/scan");
    assertThat(scan(BEGINNING + "1A", PracticeCard.LENDS, "TRY-A")).contains("這一件已經在這張證上了");
    assertThat(
            next(
                librarian,
                send(librarian, BEGINNING + "1A1B/undo", "undo", number(PracticeCard.LENDS))))
        .contains("上一步已取消", "/desk/practice/s1A/scan");
    assertThat(next(librarian, send(librarian, BEGINNING + "1A/scan", "scan", "TRY-A")))
        .contains("已歸還：小說《河邊的圖書館》", "期限內還可以再借");
    assertThat(next(librarian, send(librarian, BEGINNING + "/take-back", "barcode", "TRY-G")))
        .contains("已歸還：《機械製圖入門》", "也不再借，已經結束");
    assertThat(next(librarian, send(librarian, BEGINNING + "/scan", "scan", "TRY-F")))
        .contains("已歸還：《冬天的植物園》", "比應還日");
  }

  @ParameterizedTest
  @CsvSource({
    "LENDS,            TRY-D, 本館的影片不外借",
    "LENDS,            TRY-E, 請您決定",
    "LENDS,            TRY-F, 還登記在別的借書證上",
    "UNKNOWN_IDENTITY, TRY-A, 請您決定",
    "NOT_PRINTED,      TRY-A, 需要看到列印出來的借書證",
    "REVOKED,          TRY-A, 沒有借出",
    "LENDS,            9789571234567, 這不是練習用的書",
  })
  void whatIsNotLentIsSaidSo(PracticeCard card, String item, String says) throws Exception {
    assertThat(scan(BEGINNING, card, item)).contains(says, "/desk/practice/s/scan");
  }

  @Test
  void aYesOfTheLibrarianLends() throws Exception {
    assertThat(
            next(
                librarian,
                send(
                    librarian,
                    BEGINNING + "/scan",
                    "card",
                    number(PracticeCard.LENDS),
                    "identity",
                    "seen",
                    "agreed",
                    "true",
                    "scan",
                    "TRY-E")))
        .contains("已借出：《舊港期刊》");
  }

  @Test
  void anItemOfAnotherLibraryIsSentThere() throws Exception {
    assertThat(next(librarian, send(librarian, BEGINNING + "/scan", "scan", "TRY-H")))
        .contains("這一件屬於");
  }

  @Test
  void knowsNoRealCardAndTheRealDeskTakesNothingOfThePractice() throws Exception {
    Card real = printedCard(HOME);
    String number = real.number().value();

    assertThat(next(librarian, send(librarian, BEGINNING + "/scan", "scan", number)))
        .contains("這不是練習用的證")
        .doesNotContain(readers.get(real.reader()).name());
    for (String ours : List.of("TRY-A", number(PracticeCard.LENDS))) {
      var answer = send(librarian, "/desk/scan", "card", number, "identity", "seen", "scan", ours);
      assertThat(status(answer)).isEqualTo(422);
      assertThat(text(answer)).contains("這是練習用的條碼");
    }
    assertThat(cards.get(real.id()).loans()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneBeginsAnew() throws Exception {
    for (String steps : List.of("s9A", "sZ", "x", "s" + "1A-A".repeat(40), "s-A")) {
      assertThat(page(librarian, "/desk/practice/" + steps)).contains("這是練習。");
    }
    assertThat(status(send(librarian, BEGINNING + "/scan", "scan", ""))).isEqualTo(422);
  }

  @Test
  void touchesNothing() throws Exception {
    page(librarian, "/desk/practice");
    final Map<String, Long> before = rows();

    scan(BEGINNING, PracticeCard.LENDS, "TRY-A");
    scan(BEGINNING + "1A", PracticeCard.LENDS, "TRY-D");
    next(librarian, send(librarian, BEGINNING + "1A/scan", "scan", "TRY-A"));
    next(librarian, send(librarian, BEGINNING + "1A/undo", "undo", number(PracticeCard.LENDS)));

    assertThat(before).containsKeys("LOAN", "DECISION", "SPRING_SESSION_ATTRIBUTES");
    assertThat(rows()).isEqualTo(before);
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    jdbc.sql(
            "select table_name from information_schema.tables"
                + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")
        .query(String.class)
        .list()
        .forEach(
            table ->
                rows.put(
                    table,
                    jdbc.sql("select count(*) from \"" + table + "\"").query(Long.class).single()));
    return rows;
  }
}
