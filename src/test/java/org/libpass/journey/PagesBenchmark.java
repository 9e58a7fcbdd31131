package org.libpass.journey;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.libpass.journey.SitePages.Who;
import org.libpass.web.layout.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * How long the server takes for each page, from the first filter to the last byte, beside an empty
 * Thymeleaf page of the same application in the same run.
 */
@Import(PagesBenchmark.Measuring.class)
class PagesBenchmark extends Visit {

  private static final int WARM_UP = 30;
  private static final int COUNTED = 31;

  /** Below an address that is open to all and that nobody else answers. */
  private static final String EMPTY = "/closed-days/empty/page";

  private static final BlockingQueue<Long> TIMES = new LinkedBlockingQueue<>();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** The empty page, and a watch around everything. */
  @TestConfiguration
  static class Measuring {

    @Bean
    FilterRegistrationBean<Filter> watch() {
      FilterRegistrationBean<Filter> watch =
          new FilterRegistrationBean<>(
              (request, response, chain) -> {
                long begin = System.nanoTime();
                try {
                  chain.doFilter(request, response);
                } finally {
                  TIMES.add(System.nanoTime() - begin);
                }
              });
      watch.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return watch;
    }

    /** Answers with nothing. */
    @Controller
    static class Empty {
      @GetMapping(EMPTY)
      String empty() {
        return "empty";
      }
    }
  }

  /** A page and the middle of its times in milliseconds. */
  private record Timed(String path, double millis) {}

  @Test
  void report() throws InterruptedException {
    List<Timed> pages = new ArrayList<>();
    for (Map.Entry<Who, Set<String>> who : SitePages.all(mappings).entrySet()) {
      Consumer<String> visitor = visitor(who.getKey(), Languages.CHINESE);
      for (String path : who.getValue()) {
        if (!path.equals(EMPTY)) {
          pages.add(time(visitor, path));
        }
      }
    }
    Timed empty = time(visitor(Who.VISITOR, Languages.CHINESE), EMPTY);
    pages.sort(Comparator.comparingDouble(Timed::millis).reversed());
    System.out.printf("%-36s %8s %8s%n", "page", "ms", "ratio");
    System.out.printf("%-36s %8.2f %8.1f%n", "an empty page", empty.millis(), 1.0);
    for (Timed page : pages) {
      System.out.printf(
          "%-36s %8.2f %8.1f%n", page.path(), page.millis(), page.millis() / empty.millis());
    }
  }

  private Consumer<String> visitor(Who who, Locale language) {
    return switch (who) {
      case VISITOR -> visitor(language)::open;
      case READER -> reader("NTUT", 1, language)::at;
      case LIBRARIAN -> librarian("NTUT", language)::at;
      case LIST_LIBRARIAN -> librarian("MKC", language)::at;
      case ALLIANCE -> staff("alliance", language)::at;
    };
  }

  private static Timed time(Consumer<String> visitor, String path) throws InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int visit = -WARM_UP; visit < COUNTED; visit++) {
      TIMES.clear();
      visitor.accept(path);
      Long took = TIMES.poll(10, TimeUnit.SECONDS);
      if (visit >= 0 && took != null) {
        times.add(took);
      }
    }
    times.sort(Comparator.naturalOrder());
    return new Timed(path, times.get(times.size() / 2) / 1e6);
  }
}
