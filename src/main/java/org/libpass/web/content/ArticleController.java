package org.libpass.web.content;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.libpass.content.Article;
import org.libpass.content.Articles;
import org.libpass.content.Section;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.Typed;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing, changing and removing news and questions: a school's own, or the alliance's. */
@Controller
@RequestMapping({"/content/articles", "/admin/content/articles"})
class ArticleController {

  private static final String PAGE = "content/article";

  private final Articles articles;
  private final TaipeiClock clock;

  ArticleController(Articles articles, TaipeiClock clock) {
    this.articles = articles;
    this.clock = clock;
  }

  @ModelAttribute("desk")
  ContentDesk desk(@AuthenticationPrincipal StaffPrincipal staff) {
    return ContentDesk.of(staff);
  }

  @GetMapping("/new")
  String empty(@RequestParam(defaultValue = "") String section, Model page) {
    Section place = section.equals(Section.NEWS.name()) ? Section.NEWS : Section.CARD;
    return show(ArticleForm.empty(place, clock.today()), false, page);
  }

  @PostMapping("/new")
  String write(
      @AuthenticationPrincipal StaffPrincipal staff,
      @ModelAttribute("desk") ContentDesk desk,
      @Valid @ModelAttribute("form") ArticleForm form,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    LocalDate since = since(form, clock.today(), errors);
    if (errors.hasErrors()) {
      return again(form, false, page, response);
    }
    UUID id = Typed.id(form.id()).orElseGet(UUID::randomUUID);
    articles.write(form.article(id, desk.school(), since), staff.username());
    Flash.done(next, "content.written");
    return desk.redirect();
  }

  @GetMapping("/{id}")
  String existing(
      @ModelAttribute("desk") ContentDesk desk, @PathVariable("id") String id, Model page) {
    Article article = own(desk, id).orElseThrow(() -> gone(desk));
    page.addAttribute("article", article);
    return show(ArticleForm.of(article), true, page);
  }

  @PostMapping("/{id}")
  String change(
      @AuthenticationPrincipal StaffPrincipal staff,
      @ModelAttribute("desk") ContentDesk desk,
      @PathVariable("id") String id,
      @Valid @ModelAttribute("form") ArticleForm form,
      BindingResult errors,
      Model page,
      HttpServletResponse response,
      RedirectAttributes next) {
    Article before = own(desk, id).orElseThrow(() -> gone(desk));
    page.addAttribute("article", before);
    LocalDate since = since(form, before.since(), errors);
    if (!errors.hasErrors()) {
      Article after = form.article(before.id(), desk.school(), since);
      if (articles.change(after, staff.username())) {
        Flash.done(next, "content.changed");
        return desk.redirect();
      }
      errors.reject("content.overtaken");
    }
    return again(form, true, page, response);
  }

  @PostMapping("/{id}/remove")
  String remove(
      @AuthenticationPrincipal StaffPrincipal staff,
      @ModelAttribute("desk") ContentDesk desk,
      @PathVariable("id") String id,
      RedirectAttributes next) {
    boolean removed =
        own(desk, id).map(article -> articles.remove(article, staff.username())).orElse(false);
    if (removed) {
      Flash.done(next, "content.removed");
    } else {
      Flash.note(next, "content.gone");
    }
    return desk.redirect();
  }

  private Optional<Article> own(ContentDesk desk, String id) {
    return Typed.id(id).flatMap(articles::find).filter(desk::owns);
  }

  /** News have a day of their own, questions keep the one they have. */
  private LocalDate since(ArticleForm form, LocalDate otherwise, BindingResult errors) {
    if (form.isQuestion()) {
      return otherwise;
    }
    LocalDate today = clock.today();
    Optional<LocalDate> since =
        Typed.date(form.since())
            .filter(day -> day.isAfter(today.minusYears(10)) && day.isBefore(today.plusYears(1)));
    if (since.isEmpty()) {
      errors.rejectValue("since", "content.since.wrong");
    }
    return since.orElse(otherwise);
  }

  private static String again(
      ArticleForm form, boolean exists, Model page, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(form, exists, page);
  }

  private static String show(ArticleForm form, boolean exists, Model page) {
    page.addAttribute("form", form);
    page.addAttribute("exists", exists);
    page.addAttribute("sections", Section.ofQuestions());
    return PAGE;
  }

  private static NotHereException gone(ContentDesk desk) {
    return new NotHereException("content.gone", desk.path(), "content.back");
  }
}
