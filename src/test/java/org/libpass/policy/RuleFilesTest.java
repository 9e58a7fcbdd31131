package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.testing.ProjectFiles;

class RuleFilesTest {

  private static final Path RULES = Path.of("rules");
  private static final Path REASONS = Path.of("src/main/resources/messages/reasons.properties");

  private static final String SAMPLE =
      """
      // 館際：import 這個字在註解裡不算
      rule "本校額度已滿"
      when  Application()  Limits( $max : openCardsPerSchool )  School( openCards >= $max )
      then  decision.refuse("quota-full");  limits.loanDays(21);
      end
      rule "視聽資料"
      when  Lending()  not Item( type in ("DVD", "import") )
      then  decision.refuse("av", "視聽資料不外借", "Not lent");  dates.moveToNextOpenDay();
      end
      """;

  @Test
  void everyRuleFileNamesOnlyWhatThereIs() throws IOException {
    for (Path file : ProjectFiles.below(RULES, ".drl")) {
      assertThat(new RuleFile(Files.readString(file)).faults()).as(file.toString()).isEmpty();
    }
  }

  @Test
  void everyReasonWithoutATextOfItsOwnHasOneAmongTheMessages() throws IOException {
    Properties reasons = new Properties();
    if (Files.exists(REASONS)) {
      try (Reader reader = Files.newBufferedReader(REASONS)) {
        reasons.load(reader);
      }
    }
    for (Path file : ProjectFiles.below(RULES, ".drl")) {
      assertThat(reasons.stringPropertyNames())
          .as(file + " gives reasons that need a text in " + REASONS)
          .containsAll(
              new RuleFile(Files.readString(file))
                  .reasonsWithoutText().stream()
                      .flatMap(key -> Stream.of("reason." + key, "reason." + key + ".next"))
                      .toList());
    }
  }

  @Test
  void everyFolderIsTheAlliancesOrASchools() {
    assertThat(ProjectFiles.below(RULES, ""))
        .allSatisfy(
            file ->
                assertThat(RULES.relativize(file).toString().replace('\\', '/'))
                    .matches("(alliance|[A-Z]{2,8})/(policy\\.drl|tests\\.yaml|words\\.yaml)"));
  }

  @Test
  void aSoundFileHasNoFaults() {
    RuleFile sound = new RuleFile(SAMPLE);
    assertThat(sound.faults()).isEmpty();
    assertThat(sound.reasonsWithoutText()).containsExactly("quota-full");
  }

  @ParameterizedTest
  @CsvSource({
    "Lending(),        Loan(),                'names \"Loan\", which is no fact'",
    "type in,          colour in,             'Item has no field \"colour\"'",
    "$max : openCards, $max : closedCards,    'Limits has no field \"closedCardsPerSchool\"'",
    "decision.refuse,  System.exit,           'calls \"System.exit\"'",
    "limits.loanDays,  limits.loanYears,      'calls \"limits.loanYears\"'",
    "rule \"視聽資料\",  import java.io.File,   'says \"import\"'",
  })
  void aFaultIsFound(String right, String wrong, String fault) {
    assertThat(SAMPLE).contains(right);

    assertThat(new RuleFile(SAMPLE.replace(right, wrong)).faults())
        .anySatisfy(it -> assertThat(it).contains(fault));
  }
}
