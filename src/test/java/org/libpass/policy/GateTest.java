package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A school's rule file is refused with its line")
class GateTest {

  private static final String SAFE = "rule \"a\" when Application() then decision.grant(); end\n";

  private static String when(String rest) {
    return "// 本校\nrule \"r\" when Application()\n" + rest + "\nthen decision.grant();\nend\n";
  }

  private static String then(String rest) {
    return "rule \"r\"\nwhen Application()\nthen\n" + rest + "\nend\n";
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        // not a rule
        arguments("import", "\nimport java.util.List\n" + SAFE, 2, "only-rules"),
        arguments(
            "static import", "import function java.lang.System.exit\n" + SAFE, 1, "only-rules"),
        arguments("global", SAFE + "global java.util.List l\n" + SAFE, 2, "only-rules"),
        arguments("global first", "global java.util.List l\n" + SAFE, 1, "only-rules"),
        arguments("function", "function void f() { System.exit(1); }\n" + SAFE, 1, "sign"),
        arguments("declare", "declare Foo x : int end\n" + SAFE, 1, "only-rules"),
        arguments("enum", "declare enum Foo A, B; end\n" + SAFE, 1, "only-rules"),
        arguments("query", SAFE + "query q Reader() end\n", 2, "only-rules"),
        arguments("unit", "unit Foo\n" + SAFE, 1, "only-rules"),
        arguments("dialect", "dialect \"mvel\"\n" + SAFE, 1, "only-rules"),
        arguments("prose", "這不是規則\n", 1, "only-rules"),
        // not a plain rule
        arguments(
            "salience",
            "rule \"r\" salience 3 when Application() then decision.grant(); end",
            1,
            "plain-rule"),
        arguments(
            "attribute expression",
            "rule \"r\" enabled( System.exit(1) == null ) when Application() then decision.grant(); end",
            1,
            "plain-rule"),
        arguments(
            "timer",
            "rule \"r\" timer(int: 1s) when Application() then decision.grant(); end",
            1,
            "plain-rule"),
        arguments(
            "extends",
            SAFE + "rule \"r\" extends \"a\" when Application() then decision.grant(); end",
            2,
            "plain-rule"),
        arguments(
            "annotation",
            "rule \"r\" @Foo( System.exit(1) ) when Application() then decision.grant(); end",
            1,
            "plain-rule"),
        arguments(
            "locking by a school",
            "rule \"r\" @locked when Application() then decision.grant(); end",
            1,
            "plain-rule"),
        arguments("the same name twice", SAFE + SAFE, 2, "same-name"),
        arguments(
            "no question",
            "rule \"r\"\nwhen\n Reader( openCards > 1 )\nthen decision.grant(); end",
            3,
            "question"),
        arguments("nothing asked", "rule \"r\" when then decision.grant(); end", 1, "question"),
        // conditions
        arguments("eval", when("eval( System.exit(1) == null )"), 3, "fact"),
        arguments("inner eval", when("Reader( eval( true ) )"), 3, "field|condition"),
        arguments("from", when("Reader() from x"), 3, "fact-form"),
        arguments(
            "accumulate",
            when("accumulate( Reader( $n : openCards ); $s : sum( $n ) )"),
            3,
            "fact"),
        arguments("collect", when("java.util.List() from collect( Reader() )"), 3, "fact-form"),
        arguments("not", when("not Reader()"), 3, "fact-form"),
        arguments("exists", when("exists Reader()"), 3, "fact-form"),
        arguments("forall", when("forall( Reader() )"), 3, "fact"),
        arguments("or", when("( Reader() or School() )"), 3, "fact-form"),
        arguments("bound fact", when("$r : Reader()"), 3, "fact-form"),
        arguments("OOPath", when("/readers"), 3, "sign"),
        arguments("window", when("Reader() over window:length(3)"), 3, "fact-form"),
        arguments("call", when("Reader( getClass() != null )"), 3, "field|condition"),
        arguments("call on a field", when("Reader( unit.length() > 3 )"), 3, "condition"),
        arguments("static call", when("Reader( System.exit(1) == null )"), 3, "field"),
        arguments("new", when("Reader( openCards > new Integer(3) )"), 3, "field"),
        arguments("regex", when("Reader( unit matches \"(a+)+b\" )"), 3, "condition"),
        arguments("division", when("Reader( openCards / 0 > 1 )"), 3, "sign"),
        arguments("inline cast", when("Reader( this#String.length > 1 )"), 3, "sign"),
        arguments("positional", when("Reader( \"a\"; )"), 3, "condition"),
        arguments("unknown fact", when("java.lang.Thread()"), 3, "fact-form"),
        arguments("fact of another question", when("Item( type == \"DVD\" )"), 3, "fact"),
        arguments(
            "fact twice",
            when("Reader( openCards > 1 )\nReader( openCards > 2 )"),
            4,
            "fact-twice"),
        arguments("unknown field", when("Reader( name == \"x\" )"), 3, "field"),
        arguments(
            "unknown field on a later line",
            when("Reader( openCards > 1,\n  name == \"x\" )"),
            4,
            "field"),
        arguments("number and text", when("Reader( openCards == \"1\" )"), 3, "types"),
        arguments("order of texts", when("Reader( unit > \"a\" )"), 3, "types"),
        arguments(
            "null of what is always known",
            when("Reader( openCards == null )"),
            3,
            "never-unknown"),
        arguments("unbound name", when("Reader( openCards > $n )"), 3, "unbound"),
        arguments("constant comparison", when("Reader( 1 == 1 )"), 3, "field-first"),
        arguments("long number", when("Reader( openCards > 99999999999 )"), 3, "number-long"),
        arguments("deep brackets", when("Reader( ((((((openCards > 1)))))) )"), 3, "brackets"),
        arguments("nested rules of a parser", when("Reader( x == [[[[[1]]]]] )"), 3, "sign"),
        arguments("many negations", when("Reader( " + "!".repeat(300) + "suspended )"), 3, "sign"),
        arguments("many Chinese negations", when("讀者（ " + "非 ".repeat(90) + "停權中 ）"), 3, "sign"),
        arguments(
            "a long way",
            when("Reader( unit" + ".a".repeat(150) + "\n" + ".a".repeat(195) + " )"),
            4,
            "rule-long"),
        arguments("very many rules", "rule a when then end\n".repeat(201), 201, "rules-many"),
        arguments(
            "many comparisons",
            when("Reader( " + "openCards > 1, ".repeat(20) + "openCards > 2 )"),
            3,
            "tests-many"),
        // consequences
        arguments("Java", then("System.exit(1);"), 4, "verb"),
        arguments("Java after a verb", then("decision.grant();\nnew Thread().start();"), 5, "verb"),
        arguments("loop", then("while (true) {}"), 4, "sign|verb"),
        arguments("insert", then("insert( 1 );"), 4, "verb"),
        arguments("drools", then("drools.halt();"), 4, "verb"),
        arguments(
            "call as argument", then("decision.refuse( System.getenv(\"A\") );"), 4, "literal"),
        arguments("nothing to do", then(""), 3, "no-verb"),
        arguments("verb of another question", then("limits.loanDays(3);"), 4, "verb"),
        arguments("alliance's verb", then("limits.openCardsPerReader(2);"), 4, "alliance-only"),
        arguments("missing semicolon", then("decision.grant()"), 4, "expected"),
        arguments(
            "swallowed rule",
            then("decision.grant();\nrule \"x\" when Application() then decision.grant();"),
            4,
            "expected"),
        arguments(
            "key without a text", then("decision.refuse(\"whatever\");"), 4, "reason-unknown"),
        arguments("text in one language", then("decision.refuse(\"x\", \"一\");"), 4, "reason-form"),
        arguments("empty text", then("decision.refuse(\"x\", \"一\", \" \");"), 4, "reason-form"),
        arguments("odd key", then("decision.refuse(\"X Y\", \"一\", \"one\");"), 4, "reason-key"),
        arguments("text for a figure", then("limits.validDays(\"3\");"), 4, "figure-count"),
        arguments("two figures", then("limits.validDays(3, 4);"), 4, "figure-count"),
        arguments(
            "a list of nothing",
            "rule \"r\" when Notice()\nthen limits.noticeDaysBefore(); end",
            2,
            "figure-count"),
        arguments("grant with a text", then("decision.grant(\"x\");"), 4, "no-arguments"),
        arguments(
            "quota by identity",
            "rule \"q\"\nwhen Application() Reader( identity == \"a\" )\nthen limits.openCardsPerSchool(60); end",
            1,
            "unconditional"),
        arguments(
            "figure by figure",
            "rule \"q\" when Application() Limits( validDays > 2 )\nthen limits.validDays(2); end",
            1,
            "limits-by-limits"),
        arguments("date that is none", when("Today( date > 2026-02-30 )"), 3, "date"),
        arguments("date in short", when("Today( date > 2026-2-3 )"), 3, "date"),
        arguments("date of another century", when("Today( date > 1926-02-03 )"), 3, "date"),
        arguments("date and number", when("Today( date > 20260203 )"), 3, "types"),
        arguments("long sum", when("Reader( openCards > 1 + 2 + 3 + 4 )"), 3, "calculation-long"),
        arguments("long product", when("Reader( openCards > 1 * 2 * 3 )"), 3, "calculation-long"),
        arguments("sum of dates", when("Today( date > date + date )"), 3, "types"),
        arguments(
            "number for a date",
            "rule \"r\" when ReturnBy()\nthen dates.notLaterThan(3); end",
            2,
            "date-needed"),
        arguments(
            "no date",
            "rule \"r\" when ReturnBy()\nthen dates.notLaterThan(); end",
            2,
            "date-needed"),
        arguments(
            "off for hours",
            "rule \"r\" when WaitingList()\nthen waiting.off(3); end",
            2,
            "no-arguments"),
        arguments("a limit of another question", when("Limits( loanDays > 3 )"), 3, "field"),
        arguments(
            "limits where nothing is decided",
            "rule \"r\" when Notice()\nLimits( noticeEvery > 3 ) then limits.noticeEvery(3); end",
            2,
            "fact"),
        // in Chinese
        arguments("open Chinese quotation", "\n規則「甲\n當　申請（）", 2, "text-open"),
        arguments(
            "quotation marks in a text",
            then("decision.refuse(「x」, 「a'b」, 「a\"b」);"),
            4,
            "text-quotes"),
        arguments("deep Chinese brackets", when("讀者（（（（（（（有效張數 > 1）））））））"), 3, "brackets"),
        arguments("Chinese Java", "規則 甲 當 申請（） 則\n系統.結束（１）； 完", 2, "verb"),
        arguments("full-width backslash", "規則 甲 當 申請（） 則\n＼ｕ００２２ 完", 2, "sign|syntax"),
        arguments("Chinese field of another fact", when("讀者（ 可用帳號數 > 1 ）"), 3, "field"),
        arguments("keyword inside a condition", when("讀者（ 完 > 1 ）"), 3, "field|syntax"),
        // text
        arguments("backslash", SAFE + "// \\u0022\n", 2, "character"),
        arguments("right to left", SAFE + "\n// \u202e\n", 3, "character"),
        arguments("control character", "rule \"a\u0007\" when", 1, "character"),
        arguments("open quotation", "\nrule \"a\nwhen", 2, "text-open"),
        arguments("long line", "//" + "x".repeat(400), 1, "line-long"),
        arguments("long file", "// x\n".repeat(20_000), 1, "file-long"));
  }

  @ParameterizedTest(name = "{0}: line {2}, {3}")
  @MethodSource("wrong")
  void forThis(String name, String text, int line, String keys) {
    RuleFileException refusal = refusal(text);

    assertThat(refusal).as("refusal of %s", name).isNotNull();
    assertThat(refusal.key()).matches(keys);
    assertThat(refusal.line()).isEqualTo(line);
    RulesError error = refusal.in("NTUT/policy.drl");
    assertThat(error.zh()).isNotBlank().doesNotContainPattern("\\{\\d");
    assertThat(error.en()).isNotBlank().doesNotContainPattern("\\{\\d");
  }

  private static RuleFileException refusal(String text) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            RuleFileException.class,
            () ->
                RuleReader.read(
                    false,
                    "NTUT/policy.drl",
                    PreScan.text(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    Words.ANY)));
  }

  @Test
  void forBytesThatAreNotUtf8() {
    byte[] big5 = {'/', '/', '\n', '/', '/', (byte) 0xa4, (byte) 0xa4};

    RuleFileException refusal =
        catchThrowableOfType(RuleFileException.class, () -> PreScan.text(big5));

    assertThat(refusal.key()).isEqualTo("encoding");
    assertThat(refusal.line()).isEqualTo(2);
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        arguments("Application", "limits.validDays", 1, 14),
        arguments("Application", "limits.totalItems", 1, 10),
        arguments("Application", "limits.openCardsPerSchool", 1, 500),
        arguments("Lending", "limits.loanDays", 1, 60),
        arguments("Lending", "limits.itemsAtDesk", 1, 10),
        arguments("Notice", "limits.noticeDaysBefore", 0, 60),
        arguments("Notice", "limits.noticeDaysAfter", 1, 60),
        arguments("Notice", "limits.noticeEvery", 1, 60),
        arguments("WaitingList", "waiting.offerHours", 1, 168));
  }

  @ParameterizedTest(name = "{1}: {2} to {3}")
  @MethodSource("ranges")
  void forAFigureOutOfItsRange(String question, String verb, int least, int most)
      throws RuleFileException {
    assertThat(read(question, verb, least)).hasSize(1);
    assertThat(read(question, verb, most)).hasSize(1);
    if (least > 0) {
      assertThat(refusal(rule(question, verb, least - 1)).key()).isEqualTo("range");
    }
    RuleFileException tooMuch = refusal(rule(question, verb, most + 1));
    assertThat(tooMuch.key()).isEqualTo("range");
    assertThat(tooMuch.line()).isEqualTo(3);
    assertThat(tooMuch.in("x").en()).contains(verb, "" + least, "" + most, "" + (most + 1));
  }

  private static List<Rule> read(String question, String verb, int figure)
      throws RuleFileException {
    return RuleReader.read(
        false,
        "x",
        PreScan.text(
            rule(question, verb, figure).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Words.ANY);
  }

  private static String rule(String question, String verb, int figure) {
    return "rule \"r\"\nwhen " + question + "()\nthen " + verb + "(" + figure + ");\nend";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package NTUT;\nrule \"a\" when Application() then decision.grant(); end",
        "rule 校外 when Application() then decision.grant(); end",
        "rule 'a' when Application() Reader( unit == '資工' ) then decision.grant(); end",
        "/* 說明 ( \" */ rule \"a\" when Application() // (((((((\nthen /* x */ decision.grant(); // y\nend",
        "\uFEFFrule \"a\"\r\nwhen Application()\r\nthen decision.grant();\r\nend\r\n",
        "// 只有說明\n",
        ""
      })
  void butNotForThis(String text) throws RuleFileException {
    assertThat(
            RuleReader.read(
                false,
                "x",
                PreScan.text(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Words.ANY))
        .hasSizeLessThan(2);
  }

  @Test
  void withASentenceInBothLanguages() {
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle zh = ResourceBundle.getBundle("messages.reasons", Locale.ROOT, exact);
    ResourceBundle en = ResourceBundle.getBundle("messages.reasons", Locale.ENGLISH, exact);
    List<String> missing = new ArrayList<>();
    for (String key : zh.keySet()) {
      if (en.getString(key).equals(zh.getString(key))) {
        missing.add(key);
      }
      if (key.startsWith("reason.") && !key.endsWith(".next") && !zh.containsKey(key + ".next")) {
        missing.add(key + ".next");
      }
    }
    assertThat(missing).isEmpty();
    assertThat(en.keySet()).isEqualTo(zh.keySet());
  }
}
