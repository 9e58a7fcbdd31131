package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything that has a name in the drawing of a card's process has one in both languages. */
class ProcessWordsTest {

  private static final Path PROCESS = Path.of("processes", "card-lifecycle.bpmn20.xml");
  private static final Path WORDS = Path.of("src/main/resources/messages/process.properties");
  private static final String KEYS = "diagram.card-lifecycle.";
  private static final Pattern NAMED = Pattern.compile("<(\\w+) id=\"(\\w+)\" name=\"");

  @Test
  void namesAreTranslatedAndNoTranslationIsLeftOver() throws IOException {
    Set<String> named =
        NAMED
            .matcher(Files.readString(PROCESS))
            .results()
            .map(found -> found.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    MessageFile words = MessageFile.read(WORDS);
    assertThat(named).hasSizeGreaterThan(30);
    for (Set<String> keys : List.of(words.zh().keySet(), words.en().keySet())) {
      assertThat(
              keys.stream()
                  .filter(key -> key.startsWith(KEYS))
                  .map(key -> key.substring(KEYS.length())))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }
}
