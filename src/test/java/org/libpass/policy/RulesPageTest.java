package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.policy.Verb.Takes;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.Vocabulary.Fact;
import org.libpass.policy.Vocabulary.Field;

@DisplayName("The page about rules names")
class RulesPageTest {

  private static final Policies PRODUCT = RulesOnDisk.product();

  /** The page in a language, and the words in which it says who and what. */
  enum Page {
    ENGLISH("rules.md", Name::en, List.of("number", "true or false", "text", "date"), "alliance |"),
    CHINESE("rules.zh.md", Name::zh, List.of("數字", "真假", "文字", "日期"), "聯盟 |");

    private final String text;
    private final Function<Name, String> first;
    private final List<String> kinds;
    private final String allianceOnly;

    Page(String file, Function<Name, String> first, List<String> kinds, String allianceOnly) {
      this.text = RulesOnDisk.read(Path.of("src/docs", file));
      this.first = first;
      this.kinds = kinds;
      this.allianceOnly = allianceOnly;
    }

    /** From a heading to the next. */
    String section(Name name, String brackets) {
      String plain = "`" + name.en() + brackets + "`";
      String heading =
          this == ENGLISH
              ? "### " + plain + " " + name.zh() + "\n"
              : "### " + name.zh() + " " + plain + "\n";
      assertThat(text).contains(heading);
      String rest = text.substring(text.indexOf(heading) + heading.length());
      return rest.split("\n##", 2)[0];
    }

    /** The row of a table that begins with this name. */
    String row(String section, Name name) {
      String cell = this == ENGLISH ? "`" + name.en() + "`" : name.zh();
      Name other = name;
      return section
          .lines()
          .filter(line -> line.matches("\\| " + Pattern.quote(cell) + "( \\?)? \\|.*"))
          .filter(line -> line.contains("`" + other.en() + "`") && line.contains(other.zh()))
          .findFirst()
          .orElseThrow(() -> new AssertionError(this + " does not name " + name));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyQuestionWithItsFactsAndVerbs(Page page) {
    for (Asked asked : Asked.values()) {
      String section = page.section(asked.named(), "()");
      for (Fact fact : asked.facts().values()) {
        assertThat(section).contains("`" + fact.name() + "`").contains(fact.zh());
      }
      List<Verb> verbs = Stream.of(Verb.values()).filter(verb -> verb.fits(asked)).toList();
      for (Verb verb : verbs) {
        String row = page.row(section, verb.named());
        if (verb.takes() == Takes.NUMBER || verb.takes() == Takes.NUMBERS) {
          assertThat(row).contains("| " + verb.least() + "–" + verb.most() + " ");
        }
        assertThat(row.endsWith("| " + page.allianceOnly)).isEqualTo(verb.allianceOnly());
      }
      assertThat(section.lines().filter(line -> line.startsWith("| ")).count())
          .as("rows of %s, with their heading", asked)
          .isEqualTo(verbs.size() + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldOfEveryFact(Page page) {
    Stream.of(Asked.values())
        .flatMap(asked -> asked.facts().values().stream())
        .filter(fact -> fact.type() != Limits.class)
        .distinct()
        .forEach(
            fact -> {
              String section = page.section(fact.named(), "");
              for (Field field : fact.fields().values()) {
                String row = page.row(section, field.named());
                assertThat(row).contains("| " + page.kinds.get(field.type().ordinal()) + " |");
                assertThat(row.contains(" ? |")).as(row).isEqualTo(field.mayBeUnknown());
              }
              assertThat(section.lines().filter(line -> line.startsWith("| ")).count())
                  .isEqualTo(fact.fields().size() + 1);
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyLimitThatARuleCanLookAt(Page page) {
    String section = page.section(new Name("Limits", "額度"), "");
    Stream.of(Asked.values())
        .flatMap(asked -> asked.facts().values().stream())
        .filter(fact -> fact.type() == Limits.class)
        .flatMap(fact -> fact.fields().values().stream())
        .forEach(
            field ->
                assertThat(section.replace('\n', ' '))
                    .containsPattern(
                        page == Page.ENGLISH
                            ? "`" + field.name() + "` " + field.zh()
                            : field.zh() + " `" + field.name() + "`"));
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleThatTheAllianceLocks(Page page) {
    List<RuleText> rules = PRODUCT.rules(RulesOnDisk.NTCB);
    for (Asked asked : Asked.values()) {
      List<String> locked =
          rules.stream()
              .filter(rule -> rule.locked() && rule.question().equals(asked.word()))
              .map(RuleText::name)
              .toList();
      String said =
          page.section(asked.named(), "()")
              .lines()
              .filter(line -> line.startsWith("Locked: ") || line.startsWith("鎖定的規則："))
              .findFirst()
              .orElseThrow()
              .replaceFirst(".*?[：:]", "")
              .replaceAll("[.。]$", "");
      assertThat(Arrays.stream(said.split("[,、]")).map(String::strip))
          .containsExactlyElementsOf(
              locked.isEmpty() ? List.of(page == Page.ENGLISH ? "none" : "沒有") : locked);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWordThatHoldsARuleTogether(Page page) {
    Spelling.WORDS.forEach(
        (chinese, plain) ->
            assertThat(page.text)
                .contains(chinese)
                .contains("`" + plain.replace("|", "\\|") + "`"));
  }

  @ParameterizedTest
  @EnumSource
  void examplesThatCanBeCopied(Page page) throws RuleFileException {
    List<String> examples =
        Pattern.compile("(?s)```\\n((?:rule|規則).*?)```")
            .matcher(page.text)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(examples).hasSize(2);
    for (String example : examples) {
      assertThat(RuleReader.read(false, "x", example, Words.ANY)).hasSize(1);
    }
  }
}
