package org.libpass.web.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.school.School;
import org.libpass.school.SchoolCode;
import org.libpass.school.Schools;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a school's stand-in shows. */
@Component
@Profile("demo")
class LibraryPage {

  private static final int ROWS = 15;

  private final Standin libraries;
  private final Schools schools;

  LibraryPage(Standin libraries, Schools schools) {
    this.libraries = libraries;
    this.schools = schools;
  }

  /**
   * What to look at.
   *
   * @param search part of a barcode, a title or an account; empty for all items
   * @param page which page of the items, from 1; anything else is the first
   * @param holder the account whose items are shown, empty for none
   * @param pick the barcode that the counter's forms begin with, empty for none
   */
  record View(String search, String page, String holder, String pick) {

    static final View FIRST = new View("", "", "", "");

    private int number(int pages) {
      boolean digits = page.matches("[1-9]\\d{0,3}");
      return digits ? Math.min(Integer.parseInt(page), pages) : 1;
    }
  }

  /** The school of that code, or empty. */
  Optional<School> school(String code) {
    return SchoolCode.parse(code).flatMap(schools::find);
  }

  /** The school of that code if it has a stand-in. */
  Optional<School> connected(String code) {
    return school(code).filter(known -> libraries.has(known.code()));
  }

  /**
   * Fills the page; forms that are in the model already stay as they were typed.
   *
   * @return the view's name
   */
  String fill(School school, View view, Model model) {
    SchoolCode code = school.code();
    model.addAttribute("school", school);
    if (!libraries.has(code)) {
      return "demo/unconnected";
    }
    model.addAttribute("fault", libraries.fault(code));
    model.addAttribute("milliseconds", libraries.responseTime(code).toMillis());
    model.addAttribute("faults", StandinFault.values());
    model.addAttribute("deeds", Deed.values());
    model.addAttribute("traffic", libraries.traffic(code));
    model.addAttribute("requests", requests(code));
    addItems(code, view, model);
    model.addAttribute("holder", view.holder());
    model.addAttribute("charged", libraries.charged(code, view.holder()));
    model.addAttribute("holders", holders(code));
    addForms(code, view, model);
    return "demo/library";
  }

  private void addForms(SchoolCode school, View view, Model model) {
    if (!model.containsAttribute("behaviour")) {
      int time = Math.toIntExact(libraries.responseTime(school).toMillis());
      model.addAttribute("behaviour", new BehaviourForm(libraries.fault(school), time));
    }
    if (!model.containsAttribute("charge")) {
      model.addAttribute("charge", new ChargeForm(view.pick(), view.holder(), ""));
    }
    if (!model.containsAttribute("item")) {
      model.addAttribute("item", new ItemForm(view.pick(), Deed.TAKE_BACK.name()));
    }
  }

  private void addItems(SchoolCode school, View view, Model model) {
    List<StandinItem> found =
        libraries.items(school).stream().filter(item -> matches(item, view.search())).toList();
    int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
    int page = view.number(pages);
    model.addAttribute("search", view.search());
    model.addAttribute("found", found.size());
    model.addAttribute("items", found.stream().skip((page - 1L) * ROWS).limit(ROWS).toList());
    model.addAttribute("page", page);
    model.addAttribute("pages", pages);
  }

  private static boolean matches(StandinItem item, String search) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return Stream.of(item.barcode(), item.title(), text(item.holder()), text(item.heldFor()))
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String text(@Nullable String account) {
    return account == null ? "" : account;
  }

  /** The accounts that have something charged. */
  private List<String> holders(SchoolCode school) {
    return libraries.items(school).stream()
        .flatMap(item -> Stream.ofNullable(item.holder()))
        .distinct()
        .sorted()
        .toList();
  }

  private List<Map.Entry<String, Long>> requests(SchoolCode school) {
    return libraries.traffic(school).requests().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }
}
