package org.libpass.web.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.libpass.card.Cards;
import org.libpass.platform.AuditLog;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.CaseForm;
import org.libpass.policy.RuleOwner;
import org.libpass.reader.Reader;
import org.libpass.reader.ReaderFacts;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/**
 * The facts of a school's own readers for its policy administrators, who see names and numbers
 * masked; who was looked at is in the audit log.
 */
@Component
class RealReaders {

  private final Readers readers;
  private final Cards cards;
  private final AuditLog audit;
  private final TaipeiClock clock;

  RealReaders(Readers readers, Cards cards, AuditLog audit, TaipeiClock clock) {
    this.readers = readers;
    this.cards = cards;
    this.audit = audit;
    this.clock = clock;
  }

  /** One to choose; the name and number are masked. */
  record Choice(UUID key, String name, String number) {}

  /** The school's readers to choose from; none for the alliance, which has no readers. */
  List<Choice> of(RuleOwner owner) {
    return school(owner)
        .map(
            school ->
                readers.lately(school).stream()
                    .map(one -> new Choice(one.id(), one.maskedName(), one.maskedNumber()))
                    .toList())
        .orElse(List.of());
  }

  /**
   * What policy would be told of a reader, by the names of a case's form; nothing if it is none of
   * those to choose from.
   *
   * @param by the account that looks
   */
  Map<String, String> facts(RuleOwner owner, String key, String by) {
    Reader reader = chosen(owner, key);
    if (reader == null) {
      return Map.of();
    }
    audit.keep(owner.value(), by, "reader-tried", reader.id().toString(), null);
    return CaseForm.values(ReaderFacts.of(reader, cards.figures(reader.id()), clock.today()));
  }

  private @Nullable Reader chosen(RuleOwner owner, String key) {
    return school(owner).stream()
        .flatMap(school -> readers.lately(school).stream())
        .filter(one -> one.id().toString().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static Optional<SchoolCode> school(RuleOwner owner) {
    return owner.isAlliance() ? Optional.empty() : Optional.of(new SchoolCode(owner.value()));
  }
}
