package org.libpass.web.open;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The reader's way from the first sign-in to the last return, with a picture of each step. */
@Controller
class GuideController {

  private static final int PHONE = 540;
  private static final int SHEET = 550;

  private static final List<Step> STEPS =
      List.of(
          new Step("sign-in", PHONE),
          new Step("activate", PHONE),
          new Step("apply", PHONE),
          new Step("print", SHEET),
          new Step("borrow", PHONE),
          new Step("follow", PHONE),
          new Step("return", PHONE));

  private final ServiceRules rules;

  GuideController(ServiceRules rules) {
    this.rules = rules;
  }

  /**
   * A step of the way.
   *
   * @param name names its texts, {@code guide.<name>…}, and its picture
   * @param height of the picture, which is 390 pixels wide
   */
  record Step(String name, int height) {}

  @GetMapping("/guide")
  String guide(Model page) {
    page.addAttribute("steps", STEPS);
    page.addAttribute("rules", rules.usual());
    return "open/guide";
  }
}
