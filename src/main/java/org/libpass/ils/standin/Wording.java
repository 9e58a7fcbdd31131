package org.libpass.ils.standin;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Latin spellings, for a library whose charset has no Chinese characters. */
final class Wording {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(People.STUDENT, "Undergraduate"),
          Map.entry(People.GRADUATE, "Graduate"),
          Map.entry(People.TEACHER, "Faculty"),
          Map.entry(People.STAFF, "Staff"),
          Map.entry(People.ALUMNUS, "Alumnus"),
          Map.entry("館際通", "Libpass"),
          Map.entry("資訊工程系", "Computer Science"),
          Map.entry("企業管理系", "Business Administration"),
          Map.entry("電機工程系", "Electrical Engineering"),
          Map.entry("應用外語系", "Applied Foreign Languages"),
          Map.entry("會計系", "Accounting"),
          Map.entry("工業設計系", "Industrial Design"),
          Map.entry("護理系", "Nursing"),
          Map.entry("餐旅管理系", "Hospitality Management"),
          Map.entry("教務處", "Academic Affairs"),
          Map.entry("學務處", "Student Affairs"),
          Map.entry("總務處", "General Affairs"),
          Map.entry("人事室", "Personnel Office"),
          Map.entry("研究發展處", "Research and Development"));

  /** The characters of the invented names. */
  private static final Map<String, String> SYLLABLES =
      syllables(
          """
          陳Chen 林Lin 黃Huang 張Chang 李Li 王Wang 吳Wu 劉Liu 蔡Tsai 楊Yang 許Hsu 鄭Cheng 謝Hsieh 洪Hung 郭Kuo \
          邱Chiu 曾Tseng 廖Liao 賴Lai 徐Hsu 周Chou 葉Yeh 蘇Su 莊Chuang 呂Lu 江Chiang 何Ho 蕭Hsiao 羅Lo 高Kao \
          潘Pan 簡Chien 朱Chu 鍾Chung 游Yu 彭Peng 詹Chan 胡Hu 施Shih 沈Shen 余Yu 盧Lu 梁Liang 趙Chao \
          怡Yi 雅Ya 淑Shu 家Chia 俊Chun 志Chih 佳Chia 冠Kuan 承Cheng 柏Po 彥Yen 宗Tsung 心Hsin 思Ssu 詩Shih \
          宜Yi 品Pin 子Tzu 宇Yu 建Chien 美Mei 欣Hsin 育Yu 筱Hsiao 奕Yi 明Ming \
          君Chun 婷Ting 芬Fen 豪Hao 傑Chieh 宏Hung 蓉Jung 穎Ying 翰Han 霖Lin 廷Ting 翔Hsiang 妤Yu 涵Han \
          萱Hsuan 潔Chieh 安An 瑋Wei 達Ta 文Wen 華Hua 玲Ling 惠Hui 慧Hui 如Ju 儒Ju 勳Hsun\
          """);

  private Wording() {}

  /** The text as a library with that charset writes it: as it is where that can be encoded. */
  static String in(Charset charset, String text) {
    if (charset.newEncoder().canEncode(text)) {
      return text;
    }
    String word = WORDS.get(text);
    return word != null ? word : name(text);
  }

  /** Surname, then the given name with a hyphen: {@code Chen Chia-Hao}. */
  private static String name(String text) {
    List<String> spelled =
        text.codePoints()
            .mapToObj(Character::toString)
            .map(character -> SYLLABLES.getOrDefault(character, "?"))
            .toList();
    return spelled.get(0) + " " + String.join("-", spelled.subList(1, spelled.size()));
  }

  private static Map<String, String> syllables(String table) {
    return Arrays.stream(table.split(" ", -1))
        .collect(Collectors.toMap(entry -> entry.substring(0, 1), entry -> entry.substring(1)));
  }
}
