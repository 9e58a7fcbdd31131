package org.libpass.web.readers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.clearance.Clearance;
import org.libpass.clearance.Clearances;
import org.libpass.clearance.Clearances.Brought;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Departures;
import org.libpass.web.Dates;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Librarians bring a list of those who leave, and see who of them still has anything. The list is
 * kept for an hour, so that the answer is a page of its own: it can be loaded again with what holds
 * by then, be saved, and be acted on.
 */
@Controller
@RequestMapping("/clearance")
class ClearanceController {

  private static final String FORM = "readers/clearance";
  private static final String HERE = "redirect:/clearance/";

  private final Clearances clearances;
  private final ClearancePage page;
  private final ClearanceFile file;
  private final Departures departures;
  private final Dates dates;
  private final TaipeiClock clock;

  ClearanceController(
      Clearances clearances,
      ClearancePage page,
      ClearanceFile file,
      Departures departures,
      Dates dates,
      TaipeiClock clock) {
    this.clearances = clearances;
    this.page = page;
    this.file = file;
    this.departures = departures;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * @param size {@code too-large} when the server has refused to look into the form
   */
  @GetMapping
  String form(@RequestParam(defaultValue = "") String size, Model model) {
    model.addAttribute("most", Clearances.MOST_LINES);
    model.addAttribute("text", "");
    model.addAttribute("fault", size.equals("too-large") ? "TOO_MANY" : null);
    return FORM;
  }

  @PostMapping
  String bring(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile upload,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response)
      throws IOException {
    boolean hasFile = upload != null && !upload.isEmpty();
    if (hasFile && !text.isBlank()) {
      return refused("BOTH", text, model, response);
    }
    byte[] bytes =
        upload != null && hasFile ? upload.getBytes() : text.getBytes(StandardCharsets.UTF_8);
    Brought answer = clearances.bring(librarian.ownSchool(), librarian.username(), bytes);
    return answer instanceof Brought.Kept kept
        ? HERE + kept.id()
        : refused(((Brought.Refused) answer).fault().name(), text, model, response);
  }

  private static String refused(
      String fault, String text, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("most", Clearances.MOST_LINES);
    model.addAttribute("text", text);
    model.addAttribute("fault", fault);
    return FORM;
  }

  /**
   * @param state which lines, see {@link ClearancePage}
   * @param number which page of them
   */
  @GetMapping("/{id}")
  String show(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "1") String number,
      Model model) {
    return page.fill(find(librarian, id), state, number, model);
  }

  private Clearance find(StaffPrincipal librarian, String id) {
    return Typed.id(id)
        .flatMap(list -> clearances.find(librarian.ownSchool(), librarian.username(), list))
        .orElseThrow(() -> new NotHereException("clearance.gone", "/clearance", "clearance.again"));
  }

  @GetMapping("/{id}/clearance.csv")
  void save(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      HttpServletResponse response)
      throws IOException {
    file.write(find(librarian, id), response);
  }

  /**
   * Marks those who are clear now as leaving.
   *
   * @param unknownToo {@code true} for those too of whom not everything is known
   */
  @PostMapping("/{id}/leave")
  String leave(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      @ModelAttribute("leaving") LeavingForm form,
      BindingResult errors,
      @RequestParam(defaultValue = "") String unknownToo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    Clearance found = find(librarian, id);
    Optional<LocalDate> from = form.day(clock.today(), errors);
    boolean withUnknown = unknownToo.equals("true");
    if (from.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("unknownToo", withUnknown);
      return page.fill(found, "", "1", model);
    }
    List<UUID> readers = found.markable(withUnknown);
    int marked = departures.leave(librarian.ownSchool(), readers, from.get(), librarian.username());
    Flash.done(next, "clearance.marked", String.valueOf(marked), dates.day(from.get()));
    return HERE + "{id}";
  }
}
