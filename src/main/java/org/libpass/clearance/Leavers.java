package org.libpass.clearance;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libpass.card.CardsLeft;
import org.libpass.circulation.CardEvidence;
import org.libpass.circulation.Watch;
import org.libpass.reader.ReadersByNumber;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** What the readers in a list have left: one question of each kind for all of them. */
@Component
class Leavers {

  private static final Comparator<SchoolCode> BY_CODE = Comparator.comparing(SchoolCode::value);

  private final ReadersByNumber readers;
  private final CardsLeft cards;
  private final CardEvidence evidence;

  Leavers(ReadersByNumber readers, CardsLeft cards, CardEvidence evidence) {
    this.readers = readers;
    this.cards = cards;
    this.evidence = evidence;
  }

  List<Leaver> of(SchoolCode school, List<ListedNumber> lines) {
    Set<String> numbers =
        lines.stream()
            .filter(line -> line.problem() == null)
            .map(ListedNumber::number)
            .collect(Collectors.toSet());
    Map<String, ReadersByNumber.Row> found = readers.find(school, numbers);
    Set<UUID> ids =
        found.values().stream().map(ReadersByNumber.Row::id).collect(Collectors.toSet());
    Map<UUID, List<CardsLeft.Left>> left =
        cards.of(ids).stream().collect(Collectors.groupingBy(CardsLeft.Left::reader));
    Map<UUID, List<Watch>> silent = silent(left.values());
    Map<UUID, Integer> fines = cards.fines(ids);
    return lines.stream()
        .map(line -> leaver(line, found.get(line.number()), left, silent, fines))
        .toList();
  }

  private Map<UUID, List<Watch>> silent(Collection<List<CardsLeft.Left>> left) {
    Set<UUID> asked =
        left.stream().flatMap(List::stream).map(CardsLeft.Left::card).collect(Collectors.toSet());
    return evidence.failing(asked).stream().collect(Collectors.groupingBy(Watch::card));
  }

  private static Leaver leaver(
      ListedNumber line,
      ReadersByNumber.@Nullable Row reader,
      Map<UUID, List<CardsLeft.Left>> left,
      Map<UUID, List<Watch>> silent,
      Map<UUID, Integer> fines) {
    ListedNumber.Problem problem = line.problem();
    if (problem != null) {
      Leaver.State state = Leaver.State.valueOf(problem.name());
      return new Leaver(line.line(), line.number(), state, line.other(), null);
    }
    if (reader == null) {
      return new Leaver(line.line(), line.number(), Leaver.State.NOBODY, null, null);
    }
    Leaver.Known known =
        known(
            reader,
            left.getOrDefault(reader.id(), List.of()),
            silent,
            fines.getOrDefault(reader.id(), 0));
    return new Leaver(line.line(), line.number(), known.state(), null, known);
  }

  private static Leaver.Known known(
      ReadersByNumber.Row reader,
      List<CardsLeft.Left> cards,
      Map<UUID, List<Watch>> silent,
      int fines) {
    List<Watch> unasked =
        cards.stream()
            .flatMap(card -> silent.getOrDefault(card.card(), List.of()).stream())
            .toList();
    Instant since =
        unasked.stream()
            .map(Watch::failingSince)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Leaver.Known(
        reader,
        (int) cards.stream().filter(CardsLeft.Left::open).count(),
        (int) cards.stream().filter(card -> !card.open() && card.settling()).count(),
        cards.stream().mapToInt(CardsLeft.Left::booksOut).sum(),
        fines,
        unasked.stream().map(Watch::lender).distinct().sorted(BY_CODE).toList(),
        since);
  }
}
