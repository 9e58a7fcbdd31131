package org.libpass.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the plain numbers stand in a draft.
 *
 * @param rows the figures that the owner may set
 * @param errors what has to be corrected in the draft before numbers can be set in it
 */
public record FigureSheet(List<Row> rows, List<RulesError> errors) {

  /** Of a draft that no form can follow. */
  public static final FigureSheet UNCLEAR = new FigureSheet(List.of(), List.of());

  public FigureSheet {
    rows = List.copyOf(rows);
    errors = List.copyOf(errors);
  }

  /** Whether the form can set a figure. */
  public enum Standing {
    /** It can. */
    PLAIN,
    /** The draft sets it in some cases only, or differently by case. */
    BY_CASE,
    /** The alliance has locked it. */
    LOCKED
  }

  /**
   * One figure.
   *
   * @param least the least that the owner may set
   * @param most the most that the owner may set
   * @param required whether the owner's rules can't go without it
   * @param live what holds now in every case, null when nothing does
   * @param alliance what the alliance's rules in force say, null when they say nothing
   * @param draft what the draft itself says, null when it says nothing
   * @param allianceByCase whether the alliance's rules in force say something else in some cases,
   *     which a number of a school would replace
   */
  public record Row(
      PlainFigure figure,
      int least,
      int most,
      boolean required,
      @Nullable List<Integer> live,
      @Nullable List<Integer> alliance,
      @Nullable List<Integer> draft,
      Standing standing,
      boolean allianceByCase) {

    /** Whether the form can set it. */
    public boolean isOpen() {
      return standing == Standing.PLAIN;
    }
  }
}
