package org.libpass.web.open;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.content.Article;
import org.libpass.content.Articles;
import org.libpass.content.Section;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.libpass.web.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Frequent questions: the alliance's under their headings, and those of one school. */
@Controller
class FaqController {

  private final Articles articles;
  private final Schools schools;

  FaqController(Articles articles, Schools schools) {
    this.articles = articles;
    this.schools = schools;
  }

  /**
   * @param school a school's code, whose questions are shown too; absent for one's own school
   */
  @GetMapping("/faq")
  String faq(
      @RequestParam(required = false) @Nullable String school,
      @AuthenticationPrincipal @Nullable SignedIn signedIn,
      Model page) {
    Optional<School> chosen =
        school == null
            ? Optional.ofNullable(OwnSchool.of(signedIn)).flatMap(schools::find)
            : SchoolCode.parse(school).flatMap(schools::find);
    page.addAttribute("schools", schools.all());
    page.addAttribute("school", chosen.orElse(null));
    page.addAttribute("sections", bySection(articles.questions(null)));
    page.addAttribute("own", chosen.map(one -> articles.questions(one.code())).orElse(List.of()));
    return "open/faq";
  }

  private static Map<Section, List<Article>> bySection(List<Article> questions) {
    Map<Section, List<Article>> sections = new EnumMap<>(Section.class);
    for (Section section : Section.ofQuestions()) {
      List<Article> here = questions.stream().filter(one -> one.section() == section).toList();
      if (!here.isEmpty()) {
        sections.put(section, here);
      }
    }
    return sections;
  }
}
