package org.libpass.web.readers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.libpass.clearance.Clearance;
import org.libpass.clearance.Leaver;
import org.libpass.clearance.Leaver.State;
import org.libpass.platform.TaipeiClock;
import org.libpass.web.Paged;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a list of those who leave comes to, kind by kind and page by page. */
@Component
class ClearancePage {

  private static final int A_PAGE = 50;

  private final TaipeiClock clock;

  ClearancePage(TaipeiClock clock) {
    this.clock = clock;
  }

  /**
   * @param state names the kind of lines that are wanted; what is none is the first kind there is
   * @param page as in {@link Paged#of}
   * @return the view's name
   */
  String fill(Clearance clearance, String state, String page, Model model) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State one : State.values()) {
      int count = clearance.of(one).size();
      if (count > 0) {
        counts.put(one, count);
      }
    }
    State wanted =
        Arrays.stream(State.values())
            .filter(one -> one.name().equals(state))
            .findFirst()
            .orElseGet(() -> counts.keySet().iterator().next());
    List<Leaver> lines = clearance.of(wanted);
    model.addAttribute("clearance", clearance);
    model.addAttribute("counts", counts);
    model.addAttribute("state", wanted);
    model.addAttribute(
        "rows",
        Paged.of(
            page, A_PAGE, (skipped, most) -> lines.stream().skip(skipped).limit(most).toList()));
    if (!model.containsAttribute("leaving")) {
      model.addAttribute("leaving", new LeavingForm(clock.today().toString()));
    }
    return "readers/clearance-result";
  }
}
