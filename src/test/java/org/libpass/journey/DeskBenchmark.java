package org.libpass.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libpass.card.Card;
import org.libpass.ils.StandinItem;
import org.libpass.school.SchoolCode;
import org.libpass.testing.Browser;
import org.libpass.testing.InBrowser;
import org.libpass.web.layout.Languages;
import org.springframework.context.annotation.Import;

/**
 * How long a librarian waits at the desk from the scanner's Enter until the answer stands on the
 * screen, beside an empty page that the same browser fetches in the same run.
 */
@InBrowser
@Import(PagesBenchmark.Measuring.Empty.class)
class DeskBenchmark extends Visit {

  private static final int WARM_UP = 8;
  private static final int COUNTED = 15;
  private static final int ITEMS = 3;

  private static final String EMPTY =
      """
      path => new Promise(done => {
        const begin = performance.now();
        fetch(path, { cache: 'no-store' }).then(answer => answer.text())
            .then(text => new DOMParser().parseFromString(text, 'text/html'))
            .then(() => requestAnimationFrame(() => done(performance.now() - begin)));
      })
      """;

  /** From Enter until the answer is painted. */
  private static final String SCAN =
      """
      code => new Promise(done => {
        const field = document.getElementById('scan');
        field.value = code;
        const begin = performance.now();
        document.addEventListener('desk:answer',
            () => requestAnimationFrame(() => done(performance.now() - begin)), { once: true });
        field.form.requestSubmit();
      })
      """;

  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  @Test
  void report(Browser browser) {
    work(browser, "by hand", new SchoolCode("NTCB"), new SchoolCode("VNU"));
    work(browser, "through SIP2", new SchoolCode("HDUT"), new SchoolCode("TNU"));
    double empty = middle(times.get("an empty page"));
    System.out.printf("%-32s %8s %8s%n", "step", "ms", "ratio");
    times.forEach(
        (step, all) ->
            System.out.printf("%-32s %8.1f %8.1f%n", step, middle(all), middle(all) / empty));
  }

  /** Many readers one after the other: a card, items lent, and the same items taken back. */
  private void work(Browser browser, String way, SchoolCode home, SchoolCode lender) {
    Page page = desk(browser, lender);
    for (int reader = -WARM_UP; reader < COUNTED; reader++) {
      Card card = printedCard(home);
      List<String> items = items(way, lender, card);
      boolean counts = reader >= 0;
      time(counts, page, EMPTY, "an empty page", "/closed-days/empty/page");
      time(counts, page, SCAN, way + ": a card", card.number().value());
      page.waitForNavigation(() -> page.locator(".identity button").click());
      for (String item : items) {
        time(counts, page, SCAN, way + ": an item lent", item);
      }
      assertThat(cards.get(card.id()).loansOut()).hasSize(ITEMS);
      page.navigate(site() + "/desk");
      for (String item : items) {
        time(counts, page, SCAN, way + ": an item taken back", item);
      }
      assertThat(cards.get(card.id()).loansOut()).isEmpty();
    }
  }

  private Page desk(Browser browser, SchoolCode lender) {
    Page page = browser.desktop();
    signIn(page, "librarian." + lender.value().toLowerCase(Locale.ROOT), Languages.CHINESE);
    page.navigate(site() + "/desk");
    return page;
  }

  private List<String> items(String way, SchoolCode lender, Card card) {
    return way.equals("by hand")
        ? IntStream.range(0, ITEMS).mapToObj(n -> "D%d-%s".formatted(n, card.slot())).toList()
        : standin.items(lender).stream()
            .filter(it -> it.status() == StandinItem.Status.AVAILABLE && it.heldFor() == null)
            .limit(ITEMS)
            .map(StandinItem::barcode)
            .toList();
  }

  private void time(boolean counts, Page page, String script, String step, String argument) {
    double took = ((Number) page.evaluate(script, argument)).doubleValue();
    if (counts) {
      times.computeIfAbsent(step, any -> new ArrayList<>()).add(took);
    }
  }

  private static double middle(List<Double> all) {
    all.sort(Comparator.naturalOrder());
    return all.get(all.size() / 2);
  }
}
