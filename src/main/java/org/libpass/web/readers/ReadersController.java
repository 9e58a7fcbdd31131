package org.libpass.web.readers;

import java.util.Arrays;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderSearch;
import org.libpass.reader.ReaderSearch.Wanted;
import org.libpass.school.SchoolCode;
import org.libpass.web.Paged;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A school's readers as a list, without what only the page of each shows. */
@Controller
class ReadersController {

  private static final int A_PAGE = 50;

  private final ReaderSearch search;

  ReadersController(ReaderSearch search) {
    this.search = search;
  }

  /**
   * @param words a part of a name, number or address
   * @param status one of {@link Reader.Status}; what is none is all
   * @param page as in {@link Paged#of}
   */
  @GetMapping("/readers")
  String list(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    SchoolCode school = librarian.ownSchool();
    Reader.Status known =
        Arrays.stream(Reader.Status.values())
            .filter(one -> one.name().equals(status))
            .findFirst()
            .orElse(null);
    Wanted wanted = new Wanted(words.replaceAll("\\p{Cntrl}", " ").strip(), known);
    model.addAttribute("words", wanted.words());
    model.addAttribute("status", known);
    model.addAttribute("statuses", Reader.Status.values());
    model.addAttribute("total", search.count(school, wanted));
    model.addAttribute(
        "rows",
        Paged.of(page, A_PAGE, (skipped, most) -> search.find(school, wanted, skipped, most)));
    return "readers/readers";
  }
}
