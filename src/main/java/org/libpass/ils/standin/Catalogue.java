package org.libpass.ils.standin;

import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinItem.Kind;
import org.libpass.school.SchoolCode;

/**
 * The invented items of a library: sixty, with barcodes from {@code NTUT00001} on, as many titles
 * as its charset can write, and further copies of them. Barcodes differ between schools, which real
 * ones need not.
 */
final class Catalogue {

  private static final int ITEMS = 60;

  private static final List<String> TITLES =
      """
      資料結構：使用 Java
      臺灣通史選讀
      人工智慧導論
      作業系統概念
      微積分與解析幾何
      教育心理學
      普通物理學實驗
      會計學原理
      行銷管理：理論與個案
      護理倫理與法律
      中國文學史
      臺北城市散步
      餐飲衛生與安全
      電路學
      工業設計史
      紅樓夢校注
      統計學（附光碟）
      日語會話入門（附光碟）
      海洋生態學
      機械製圖
      我們的島（影片）
      幼兒體育遊戲
      圖書館學刊
      電子月刊
      民法概要
      圍棋入門
      咖啡烘焙的科學
      創業管理
      觀光日語
      半導體製程
      Introduction to Algorithms
      Operating Systems: Three Easy Pieces
      Principles of Marketing
      Pride and Prejudice
      A Short History of Formosa
      English for Nurses (with CD)
      Statistics for Business
      The Old Man and the Sea
      Journal of Applied Ceramics
      Typhoon Season (DVD)
      Les Misérables
      Über die Demokratie
      """
          .lines()
          .toList();

  private Catalogue() {}

  /** A library's items, all on their shelves. */
  static List<StandinItem> of(SchoolCode school, Dialect dialect) {
    CharsetEncoder encoder = dialect.charset().newEncoder();
    List<String> titles = TITLES.stream().filter(encoder::canEncode).toList();
    return IntStream.range(0, ITEMS)
        .mapToObj(
            index ->
                item(
                    String.format(Locale.ROOT, "%s%05d", school, index + 1),
                    titles.get(index % titles.size())))
        .toList();
  }

  private static StandinItem item(String barcode, String title) {
    return StandinItem.shelved(barcode, title, kind(title));
  }

  private static Kind kind(String title) {
    if (contains(title, "光碟", "with CD")) {
      return Kind.BOOK_WITH_DISC;
    }
    if (contains(title, "影片", "DVD")) {
      return Kind.VIDEO;
    }
    return contains(title, "刊", "Journal") ? Kind.JOURNAL : Kind.BOOK;
  }

  private static boolean contains(String title, String... words) {
    return Arrays.stream(words).anyMatch(title::contains);
  }
}
