package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.libpass.policy.Cases.steve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.policy.Words.Kind;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Reader;
import org.libpass.testing.ProjectFiles;

@DisplayName("What readers and items are called")
class WordsTest {

  private static final String ALLIANCE =
      """
      identities:
        專任教師: Full-time teacher
        職員: Staff member
      item-types:
        圖書: Book
        DVD: DVD
      """;

  private static final String SCHOOL =
      """
      # 本校
      身分：
        教授: 專任教師
        副教授: 專任教師
        'U01': 職員
      類型: {影音: DVD, 7: 圖書}
      """
          .replace('：', ':');

  private static Words words;

  @BeforeAll
  static void readBoth() throws RuleFileException {
    words = Words.ofAlliance(ALLIANCE).ofSchool(SCHOOL);
  }

  @ParameterizedTest(name = "identity {0}: {1}")
  @CsvSource({
    "教授, 專任教師",
    "副教授, 專任教師",
    "U01, 職員",
    "專任教師, 專任教師",
    "影音, ",
    "門神, ",
    ", ",
  })
  void isTheAlliancesWord(@Nullable String own, @Nullable String alliances) {
    assertThat(words.identity(own)).isEqualTo(alliances);
    Reader reader = steve().identity(own).now();
    assertThat(words.translate(reader)).isEqualTo(steve().identity(alliances).now());
  }

  @ParameterizedTest(name = "item {0}: {1}")
  @CsvSource({"影音, DVD", "7, 圖書", "DVD, DVD", "教授, ", ", "})
  void isTheAlliancesWordForAnItem(@Nullable String own, @Nullable String alliances) {
    assertThat(words.itemType(own)).isEqualTo(alliances);
    assertThat(words.translate(new Item(own))).isEqualTo(new Item(alliances));
  }

  @Test
  void staysAsItIsInOtherFacts() {
    assertThat(words.translate(Cases.FREE_SCHOOL)).isEqualTo(Cases.FREE_SCHOOL);
  }

  @Test
  void hasAnEnglishName() {
    assertThat(words.english(Kind.IDENTITY))
        .containsExactly(Map.entry("專任教師", "Full-time teacher"), Map.entry("職員", "Staff member"));
  }

  @Test
  void isAnythingWhereTheAllianceListsNothing() throws RuleFileException {
    Words any = Words.ofAlliance("").ofSchool("item-types: {影音: DVD}");

    assertThat(any.identity("門神")).isEqualTo("門神");
    assertThat(any.itemType("影音")).isEqualTo("DVD");
    assertThat(Words.ANY.itemType("影音")).isEqualTo("影音");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("no word of the alliance", "identities:\n  教授: 老師", 2, "word-target"),
        arguments("of the other kind", "item-types:\n  教授: 專任教師", 2, "word-target"),
        arguments("the alliance's word for another", "identities:\n\n  職員: 專任教師", 3, "word-taken"),
        arguments("twice", "identities:\n  教授: 專任教師\n  教授: 職員", 3, "words-twice"),
        arguments("the same part twice", "identities: {}\n身分: {}", 2, "words-twice"),
        arguments("another part", "\nunits:\n  資工: x", 2, "words-section"),
        arguments("a list", "identities:\n  - 教授", 2, "words-form"),
        arguments("a word alone", "identities: 教授", 1, "words-form"),
        arguments("text", "教授是專任教師", 1, "words-form"),
        arguments("nothing meant", "identities:\n  教授:", 2, "words-form"),
        arguments("several meant", "identities:\n  教授: [專任教師, 職員]", 2, "words-form"),
        arguments("deeper", "identities:\n  教授: {a: b}", 2, "words-form|yaml"),
        arguments("a quotation mark", "identities:\n  '教\"授': 專任教師", 2, "words-form"),
        arguments("a line break", "identities:\n  ? |\n    教\n    授\n  : 專任教師", 2, "words-form"),
        arguments("long", "identities:\n  " + "教".repeat(61) + ": 專任教師", 2, "words-form"),
        arguments("an anchor", "identities:\n  &a 教授: 專任教師", 2, "words-form"),
        arguments("an alias", "identities: &a\n  教授: 專任教師\nitem-types: *a", 1, "words-form"),
        arguments("a recursion", "identities: &a\n  教授: *a", 1, "words-form"),
        arguments("a Java type", "identities: !!java.net.URL ['http://x.example']", 1, "yaml"),
        arguments("a Java word", "identities:\n  教授: !!java.io.File '/'", 2, "yaml"),
        arguments("a set", "identities: !!set {教授, 講師}", 1, "words-form"),
        arguments("a merge", "identities:\n  <<: {教授: 專任教師}", 2, "words-form|yaml"),
        arguments("two documents", "identities: {}\n---\nitem-types: {}", 2, "yaml"),
        arguments("no indent", "identities:\n教授: 專任教師", 1, "words-form"),
        arguments("a tab", "identities:\n\t教授: 專任教師", 2, "yaml"),
        arguments("very deep", "[".repeat(300), 1, "yaml"),
        arguments("a full-width colon", "identities:\n  教授：專任教師", 2, "words-form|yaml"),
        arguments("broken", "identities: {教授: 專任教師", 1, "yaml"));
  }

  @ParameterizedTest(name = "{0}: line {2}, {3}")
  @MethodSource("wrong")
  void isRefusedWithItsLine(String name, String text, int line, String keys)
      throws RuleFileException {
    Words alliance = Words.ofAlliance(ALLIANCE);
    RuleFileException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(RuleFileException.class, () -> alliance.ofSchool(text)));

    assertThat(refusal.key()).as(name).matches(keys);
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal.in("x").zh()).isNotBlank().doesNotContainPattern("\\{\\d");
    assertThat(refusal.in("x").en()).isNotBlank().doesNotContainPattern("\\{\\d");
  }

  @Test
  void isLeftOutOnceTheAllianceKnowsItNoMore() throws RuleFileException {
    List<String> leftOut = new ArrayList<>();

    Words some =
        Words.ofAlliance("identities: {職員: Staff member}")
            .ofSchool(SCHOOL, wrong -> leftOut.add(wrong.line() + " " + wrong.key()));

    assertThat(some.identity("U01")).isEqualTo("職員");
    assertThat(some.identity("教授")).isNull();
    assertThat(leftOut).containsExactly("3 word-target", "4 word-target");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity == \"教授\"",
        "identity == \"專任教師\"",
        "identity in (\"教授\")",
        "!(identity == \"副教授\")",
        "身分 屬於（「教授」）",
      })
  void isTheAlliancesInARule(String condition) throws RuleFileException {
    assertThat(DrlWriter.write(read(condition)).text())
        .contains(asCompiled("專任教師"))
        .doesNotContain(asCompiled("教授"));
  }

  /** The compiler is given letters beyond ASCII as escapes. */
  private static String asCompiled(String word) {
    return word.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  @Test
  void coversMoreThanItSaysAndThatIsRemarked() throws RuleFileException {
    assertThat(read("identity == \"教授\"").get(0).warnings())
        .containsExactly(
            new RulesWarning(
                "NTUT/policy.drl",
                2,
                "規則「甲」：「教授」在聯盟是「專任教師」，所以也包括：副教授。",
                "Rule \"甲\": \"教授\" is \"專任教師\" in the alliance, so these are covered too: 副教授."));
    assertThat(read("identity in (\"U01\", \"專任教師\")").get(0).warnings()).isEmpty();
  }

  @Test
  void isRefusedInARuleWhenNobodyKnowsIt() {
    RuleFileException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(RuleFileException.class, () -> read("identity != \"門神\"")));

    assertThat(refusal.key()).isEqualTo("word-unknown");
    assertThat(refusal.in("x").zh()).contains("門神", "專任教師、職員、教授、副教授、U01", "words.yaml");
    assertThat(refusal.in("x").en()).contains("專任教師 (Full-time teacher), 職員 (Staff member)");
  }

  private static List<Rule> read(String condition) throws RuleFileException {
    return RuleReader.read(
        false,
        "NTUT/policy.drl",
        "rule \"甲\" when Application()\nReader( " + condition + " ) then decision.grant(); end",
        words);
  }

  @DisplayName("as they ship")
  @Test
  void everySchoolsWordsStandOnTheAlliances() throws RuleFileException {
    Words alliance =
        Words.ofAlliance(RulesOnDisk.read(RulesOnDisk.PRODUCT.resolve("alliance/words.yaml")));

    for (var file : ProjectFiles.below(RulesOnDisk.PRODUCT, "words.yaml")) {
      if (!file.toString().contains("alliance")) {
        assertThat(alliance.ofSchool(RulesOnDisk.read(file)).english(Kind.IDENTITY)).isNotEmpty();
      }
    }
    assertThat(List.of("大學部學生", "研究生", "專任教師", "職員", "校友"))
        .allSatisfy(word -> assertThat(alliance.identity(word)).isEqualTo(word));
    assertThat(List.of("圖書", "期刊", "附件", "DVD", "VHS", "CD", "地圖"))
        .allSatisfy(word -> assertThat(alliance.itemType(word)).isEqualTo(word));
    assertThat(alliance.english(Kind.IDENTITY).values()).allMatch(it -> it.matches("[ -~]+"));
    assertThat(alliance.english(Kind.ITEM_TYPE).values()).allMatch(it -> it.matches("[ -~]+"));
  }
}
