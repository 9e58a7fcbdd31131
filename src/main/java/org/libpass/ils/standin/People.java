package org.libpass.ils.standin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.libpass.school.SchoolCode;

/**
 * The invented readers of every school: {@code 001} to {@code 012}, which the demo shows, and a
 * thousand students without anything special from {@code 1000} to {@code 1999} for load tests.
 * Nothing is stored: the same account is the same person at every start.
 */
final class People {

  static final String STUDENT = "大學部學生";
  static final String GRADUATE = "研究生";
  static final String TEACHER = "專任教師";
  static final String STAFF = "職員";
  static final String ALUMNUS = "校友";

  private static final int LISTED = 12;
  private static final Pattern NUMBER = Pattern.compile("0\\d\\d|1\\d\\d\\d");

  private static final List<String> SURNAMES =
      characters("陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙");
  private static final List<String> FIRST = characters("怡雅淑家俊志佳冠承柏彥宗心思詩宜品子宇建美欣育筱奕明");
  private static final List<String> SECOND = characters("君婷芬豪傑宏蓉穎翰霖廷翔妤涵萱潔安瑋達文華玲惠慧如儒勳");
  private static final List<String> DEPARTMENTS =
      List.of("資訊工程系", "企業管理系", "電機工程系", "應用外語系", "會計系", "工業設計系", "護理系", "餐旅管理系");
  private static final List<String> OFFICES = List.of("教務處", "學務處", "總務處", "人事室", "研究發展處");

  /** Names that test fonts, forms and barcodes; those of NTUT lie outside the BMP. */
  private static final Map<String, String> RARE =
      Map.of(
          "ntut010", "林𠮷祥",
          "ntut1010", "葉𪚥",
          "cute010", "王喆",
          "ntcb010", "陳文堃",
          "tust010", "吳峯銘",
          "ypu010", "歐陽喆安",
          "dahan010", "張堃");

  private People() {}

  /** The readers that the demo shows, in the order of their numbers. */
  static List<Person> listed(SchoolCode school) {
    return IntStream.rangeClosed(1, LISTED)
        .mapToObj(number -> person(school, String.format(Locale.ROOT, "%03d", number)))
        .toList();
  }

  /** Whom the account names at the school, in whatever case it is written. */
  static Optional<Person> find(SchoolCode school, String account) {
    String typed = account.strip().toLowerCase(Locale.ROOT);
    String prefix = prefix(school);
    if (!typed.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(typed.substring(prefix.length()));
    if (!number.matches()) {
      return Optional.empty();
    }
    int value = Integer.parseInt(number.group());
    boolean exists = value >= 1 && value <= LISTED || value >= 1000;
    return exists ? Optional.of(person(school, number.group())) : Optional.empty();
  }

  private static Person person(SchoolCode school, String number) {
    String account = prefix(school) + number;
    SplittableRandom random = new SplittableRandom(account.hashCode());
    String name = RARE.getOrDefault(account, name(random));
    String identity = identity(number);
    List<String> units = identity.equals(STAFF) ? OFFICES : DEPARTMENTS;
    return new Person(account, name, identity, pick(units, random), condition(number));
  }

  private static Condition condition(String number) {
    return switch (number) {
      case "002" -> Condition.OVERDUE;
      case "003" -> Condition.FINE;
      case "004" -> Condition.EXPIRED;
      case "005" -> Condition.HOLD;
      case "011" -> Condition.UNKNOWN;
      case "012" -> Condition.BLOCKED;
      default -> Condition.CLEAN;
    };
  }

  private static String identity(String number) {
    return switch (number) {
      case "002", "007" -> GRADUATE;
      case "006" -> TEACHER;
      case "005", "008" -> STAFF;
      case "009" -> ALUMNUS;
      default -> STUDENT;
    };
  }

  private static String name(SplittableRandom random) {
    String surname = pick(SURNAMES, random);
    String given = pick(SECOND, random);
    boolean single = random.nextInt(12) == 0;
    return single ? surname + given : surname + pick(FIRST, random) + given;
  }

  private static String pick(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static String prefix(SchoolCode school) {
    return school.value().toLowerCase(Locale.ROOT);
  }
}
