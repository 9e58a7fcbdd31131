package org.libpass.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.libpass.policy.DraftReader.Draft;
import org.libpass.policy.FigureSheet.Row;
import org.libpass.policy.FigureSheet.Standing;
import org.libpass.policy.LiveVersions.InForce;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Service;

/** Sets the plain numbers of a draft, for who does not want to write rules. */
@Service
public class RuleFigures {

  private final DraftReader reader;
  private final LiveRules live;
  private final ProvisionedAccounts accounts;

  RuleFigures(DraftReader reader, LiveRules live, ProvisionedAccounts accounts) {
    this.reader = reader;
    this.live = live;
    this.accounts = accounts;
  }

  /** What came of it. */
  public sealed interface Written {

    /** The draft with the numbers in it, which may be published. */
    record Done(RuleTexts texts) implements Written {}

    /** With these numbers, or already without them, the draft can't be published. */
    record Refused(List<RulesError> errors) implements Written {}

    /** These figures stand in rules that do more, which only the author can take apart. */
    record Shared(Set<PlainFigure> figures) implements Written {}

    /** The draft is written in a way that no form can follow. */
    record Unclear() implements Written {}
  }

  /** How the figures stand in a draft. */
  public FigureSheet sheet(RuleOwner owner, RuleTexts texts) {
    try {
      Draft draft = reader.read(owner, texts);
      return editor(owner, draft)
          .map(editor -> new FigureSheet(rows(owner, draft.own().rules(), editor), List.of()))
          .orElse(FigureSheet.UNCLEAR);
    } catch (RulesRefusedException e) {
      return new FigureSheet(List.of(), e.errors());
    }
  }

  private List<Row> rows(RuleOwner owner, List<Rule> own, FigureEditor editor) {
    InForce now = live.now();
    List<Rule> alliance = allianceRules();
    Map<Verb, Verb.Call> always = live.of(now, owner).compiled().rules().always();
    List<Row> rows = new ArrayList<>();
    for (PlainFigure figure : PlainFigure.values()) {
      if (figure.isFor(owner)) {
        Verb.Call call = always.get(figure.verb());
        boolean locked =
            !owner.isAlliance()
                && alliance.stream().anyMatch(rule -> rule.locked() && figure.isIn(rule));
        rows.add(
            new Row(
                figure,
                figure.least(),
                most(owner, figure),
                owner.isAlliance() && !figure.mayBeMissing(),
                call == null ? null : call.figures(),
                FigureEditor.numbers(alliance, figure),
                editor.read(figure),
                locked
                    ? Standing.LOCKED
                    : FigureEditor.dependsOnCase(own, figure) ? Standing.BY_CASE : Standing.PLAIN,
                !owner.isAlliance() && FigureEditor.dependsOnCase(alliance, figure)));
      }
    }
    return rows;
  }

  /** A school has no more cards than the alliance has given it accounts. */
  private int most(RuleOwner owner, PlainFigure figure) {
    if (owner.isAlliance() || figure != PlainFigure.OPEN_CARDS_PER_SCHOOL) {
      return figure.most();
    }
    int provisioned = accounts.provisioned(new SchoolCode(owner.value()));
    return provisioned == 0 ? figure.most() : Math.min(figure.most(), provisioned);
  }

  /**
   * A draft with other numbers, not kept yet.
   *
   * @param wanted the numbers by figure, each within its row's range; an empty list says "as the
   *     alliance". Figures that the form can't set, or that stay what they are, change nothing
   * @param chinese whether a file that has no rule yet goes on in Chinese
   */
  public Written write(
      RuleOwner owner, RuleTexts texts, Map<PlainFigure, List<Integer>> wanted, boolean chinese) {
    try {
      Draft draft = reader.read(owner, texts);
      FigureEditor editor = editor(owner, draft).orElse(null);
      if (editor == null) {
        return new Written.Unclear();
      }
      Map<PlainFigure, List<Integer>> changes =
          changes(rows(owner, draft.own().rules(), editor), wanted);
      Set<PlainFigure> cleared = new HashSet<>(changes.keySet());
      cleared.removeIf(figure -> !changes.getOrDefault(figure, List.of()).isEmpty());
      Set<PlainFigure> shared = editor.shared(cleared);
      if (!shared.isEmpty()) {
        return new Written.Shared(shared);
      }
      RuleTexts written =
          new RuleTexts(editor.write(changes, chinese), texts.examples(), texts.words());
      return says(reader.read(owner, written), changes)
          ? new Written.Done(written)
          : new Written.Unclear();
    } catch (RulesRefusedException e) {
      return new Written.Refused(e.errors());
    }
  }

  private static Map<PlainFigure, List<Integer>> changes(
      List<Row> rows, Map<PlainFigure, List<Integer>> wanted) {
    Map<PlainFigure, List<Integer>> changes = new EnumMap<>(PlainFigure.class);
    for (Row row : rows) {
      List<Integer> numbers = wanted.get(row.figure());
      List<Integer> before = Objects.requireNonNullElse(row.draft(), List.of());
      if (row.isOpen() && numbers != null && !numbers.equals(before)) {
        changes.put(row.figure(), numbers);
      }
    }
    return changes;
  }

  private static boolean says(Draft draft, Map<PlainFigure, List<Integer>> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            it -> {
              List<Integer> read = FigureEditor.numbers(draft.own().rules(), it.getKey());
              return it.getValue().equals(Objects.requireNonNullElse(read, List.of()));
            });
  }

  private Optional<FigureEditor> editor(RuleOwner owner, Draft draft) {
    List<Rule> alliance = owner.isAlliance() ? List.of() : allianceRules();
    return FigureEditor.of(draft.own().texts().rules(), draft.own().rules(), alliance);
  }

  private List<Rule> allianceRules() {
    return live.of(live.now(), RuleOwner.ALLIANCE).alliance().rules();
  }
}
