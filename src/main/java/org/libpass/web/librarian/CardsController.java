package org.libpass.web.librarian;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.libpass.card.CardState;
import org.libpass.circulation.CardList;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.Schools;
import org.libpass.web.NotHereException;
import org.libpass.web.Paged;
import org.libpass.web.security.StaffPrincipal;
import org.libpass.web.table.TableFile.Format;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A home school's cards: the list, and the same as a file. */
@Controller
class CardsController {

  private static final int ROWS_OF_A_PAGE = 50;

  private final CardList list;
  private final CardExport export;
  private final Schools schools;
  private final TaipeiClock clock;

  CardsController(CardList list, CardExport export, Schools schools, TaipeiClock clock) {
    this.list = list;
    this.export = export;
    this.schools = schools;
    this.clock = clock;
  }

  @GetMapping("/cards")
  String list(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @ModelAttribute("query") CardQuery query,
      Model page,
      HttpServletResponse response) {
    var school = librarian.ownSchool();
    var wanted = query.wanted();
    if (query.isWrong()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    page.addAttribute("wanted", wanted);
    page.addAttribute("states", CardState.values());
    page.addAttribute("schools", schools.all());
    page.addAttribute("today", clock.today());
    page.addAttribute("count", list.count(school, wanted));
    page.addAttribute(
        "rows",
        Paged.of(
            query.page(),
            ROWS_OF_A_PAGE,
            (skipped, most) -> list.find(school, wanted, skipped, most)));
    return "librarian/cards";
  }

  /**
   * The list as a file, straight from the database: what has begun to arrive can't be answered
   * otherwise any more, so a file that breaks off is an error of the connection.
   */
  @GetMapping("/cards/export/{ending}")
  void export(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String ending,
      @ModelAttribute("query") CardQuery query,
      HttpServletResponse response,
      Locale language)
      throws IOException {
    Format format =
        Arrays.stream(Format.values())
            .filter(one -> one.ending().equals(ending) && !query.isWrong())
            .findFirst()
            .orElseThrow(
                () -> new NotHereException("cards.export.not-here", "/cards", "staff.card.back"));
    String name = "cards-" + librarian.ownSchool() + "-" + clock.today() + "." + ending;
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    export.write(librarian, query, format, response.getOutputStream(), language);
  }
}
