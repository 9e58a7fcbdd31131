package org.libpass.web.open;

import java.util.List;
import java.util.Optional;
import org.libpass.content.Article;
import org.libpass.content.Articles;
import org.libpass.content.Section;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.NotHereException;
import org.libpass.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** News of the alliance and the schools: the list, and each on a page of its own. */
@Controller
class NewsController {

  private static final int A_PAGE = 20;

  private final Articles articles;
  private final Schools schools;
  private final TaipeiClock clock;

  NewsController(Articles articles, Schools schools, TaipeiClock clock) {
    this.articles = articles;
    this.schools = schools;
    this.clock = clock;
  }

  /**
   * @param school a school's code, for its news alone; anything else for all news
   * @param number the page, from 1
   */
  @GetMapping("/news")
  String list(
      @RequestParam(defaultValue = "") String school,
      @RequestParam(name = "page", defaultValue = "1") String number,
      Model page) {
    Optional<School> chosen = SchoolCode.parse(school).flatMap(schools::find);
    int current = number.matches("[1-9]\\d{0,2}") ? Integer.parseInt(number) : 1;
    // One more than a page shows tells whether there are older ones.
    List<Article> found =
        articles.news(chosen.map(School::code).orElse(null), (current - 1) * A_PAGE, A_PAGE + 1);
    page.addAttribute("schools", schools.all());
    page.addAttribute("school", chosen.orElse(null));
    page.addAttribute("articles", found.subList(0, Math.min(A_PAGE, found.size())));
    page.addAttribute("today", clock.today());
    page.addAttribute("number", current);
    page.addAttribute("older", found.size() > A_PAGE);
    return "open/news";
  }

  @GetMapping("/news/{id}")
  String one(@PathVariable("id") String id, Model page) {
    Article article =
        Typed.id(id)
            .flatMap(articles::find)
            .filter(this::isShown)
            .orElseThrow(() -> new NotHereException("news.gone", "/news", "news.all"));
    page.addAttribute("article", article);
    page.addAttribute("today", clock.today());
    return "open/news-article";
  }

  private boolean isShown(Article article) {
    return article.section() == Section.NEWS && article.isShown(clock.today());
  }
}
