package org.libpass.web.open;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Each school's catalogue, and whom to ask there. */
@Controller
class SchoolListController {

  private final SchoolSearch search;

  SchoolListController(SchoolSearch search) {
    this.search = search;
  }

  /**
   * @param q words to look for, blank for all schools
   */
  @GetMapping("/catalogues")
  String catalogues(@RequestParam(defaultValue = "") String q, Model page) {
    return show("catalogues", q, page);
  }

  /**
   * @param q words to look for, blank for all schools
   */
  @GetMapping("/contacts")
  String contacts(@RequestParam(defaultValue = "") String q, Model page) {
    return show("contacts", q, page);
  }

  private String show(String list, String words, Model page) {
    page.addAttribute("q", words);
    page.addAttribute("found", search.find(words));
    return "open/" + list;
  }
}
