package org.libpass.web.readers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.libpass.reader.list.Column;
import org.libpass.reader.list.Preview;
import org.libpass.reader.list.Problem;
import org.libpass.reader.list.ReaderLists;
import org.libpass.reader.list.ReaderLists.Confirmation;
import org.libpass.reader.list.ReaderLists.Upload;
import org.libpass.web.Flash;
import org.libpass.web.NotHereException;
import org.libpass.web.Typed;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Librarians of a school without a connection bring a list of their readers, look at what it would
 * change, and confirm it.
 */
@Controller
@RequestMapping("/readers/import")
class ReaderListController {

  private static final String FORM = "readers/reader-list";
  private static final String HERE = "redirect:/readers/import";
  private static final int PROBLEMS_SHOWN = 50;

  private final ReaderLists lists;

  ReaderListController(ReaderLists lists) {
    this.lists = lists;
  }

  /**
   * @param size {@code too-large} when {@link ReaderListSize} has sent the librarian here
   */
  @GetMapping
  String form(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(defaultValue = "") String size,
      Model model) {
    List<Problem> problems = size.equals("too-large") ? List.of(ReaderLists.TOO_LARGE) : List.of();
    return form(librarian, "", problems, model);
  }

  private String form(StaffPrincipal librarian, String text, List<Problem> problems, Model model) {
    if (!lists.takesFrom(librarian.ownSchool())) {
      throw new NotHereException("readers.has-connection", "/inbox", "readers.has-connection.back");
    }
    model.addAttribute("text", text);
    model.addAttribute("problems", problems.stream().limit(PROBLEMS_SHOWN).toList());
    model.addAttribute("problemCount", problems.size());
    model.addAttribute("last", lists.last(librarian.ownSchool()).orElse(null));
    model.addAttribute("columns", Column.values());
    return FORM;
  }

  @PostMapping
  String upload(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response)
      throws IOException {
    boolean hasFile = file != null && !file.isEmpty();
    if (!lists.takesFrom(librarian.ownSchool())) {
      return form(librarian, text, List.of(), model);
    }
    if (hasFile && !text.isBlank()) {
      model.addAttribute("both", true);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(librarian, text, List.of(), model);
    }
    byte[] bytes =
        file != null && hasFile ? file.getBytes() : text.getBytes(StandardCharsets.UTF_8);
    Upload answer = lists.upload(librarian.ownSchool(), librarian.username(), bytes);
    if (answer instanceof Upload.Waiting waiting) {
      return HERE + "/" + waiting.id();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(librarian, text, ((Upload.Faulty) answer).problems(), model);
  }

  @GetMapping("/{id}")
  String preview(
      @AuthenticationPrincipal StaffPrincipal librarian, @PathVariable String id, Model model) {
    Preview preview =
        Typed.id(id)
            .flatMap(known -> lists.preview(librarian.ownSchool(), librarian.username(), known))
            .orElseThrow(
                () -> new NotHereException("readers.gone", "/readers/import", "readers.gone.back"));
    model.addAttribute("preview", preview);
    return "readers/reader-list-preview";
  }

  @PostMapping("/{id}")
  String confirm(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      RedirectAttributes next) {
    Confirmation answer =
        Typed.id(id)
            .map(known -> lists.confirm(librarian.ownSchool(), librarian.username(), known))
            .orElseGet(Confirmation.Gone::new);
    if (answer instanceof Confirmation.Taken taken) {
      Flash.done(
          next,
          "readers.taken",
          Integer.toString(taken.counts().added()),
          Integer.toString(taken.counts().changed()),
          Integer.toString(taken.counts().unchanged()));
      return HERE;
    }
    if (answer instanceof Confirmation.LookAgain) {
      Flash.note(next, "readers.look-again");
      return HERE + "/" + id;
    }
    Flash.refused(next, "readers.gone");
    return HERE;
  }

  @PostMapping("/{id}/drop")
  String drop(
      @AuthenticationPrincipal StaffPrincipal librarian,
      @PathVariable String id,
      RedirectAttributes next) {
    Typed.id(id).ifPresent(known -> lists.drop(librarian.ownSchool(), librarian.username(), known));
    Flash.note(next, "readers.dropped");
    return HERE;
  }
}
