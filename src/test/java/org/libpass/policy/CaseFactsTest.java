package org.libpass.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.policy.Vocabulary.Asked;
import org.libpass.policy.facts.Card;
import org.libpass.policy.facts.DueDate;
import org.libpass.policy.facts.Item;
import org.libpass.policy.facts.Reader;
import org.libpass.policy.facts.School;

@DisplayName("A case of names and values")
class CaseFactsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @EnumSource(Asked.class)
  void hasEverythingThatTheQuestionNeedsAndKnowsWhatIsAlwaysKnown(Asked asked) {
    PolicyCase one = new CaseFacts(asked).in(Drafts.NTUT, TODAY);

    assertThat(one.question().getClass().getSimpleName()).isEqualTo(asked.word());
    assertThatCode(() -> asked.require(one.facts().toArray())).doesNotThrowAnyException();
    for (Object fact : one.facts()) {
      for (RecordComponent component : fact.getClass().getRecordComponents()) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          assertThat(fact).extracting(component.getName()).as(component.getName()).isNotNull();
        }
      }
    }
  }

  @Test
  void isCleanWhereNothingIsGiven() {
    assertThat(new CaseFacts(Asked.APPLICATION).in(Drafts.NTUT, TODAY).facts())
        .containsExactly(
            new Reader("NTUT", null, null, null, false, true, false, false, 0, false, 0, 0),
            new School(0, 10));
    assertThat(new CaseFacts(Asked.LENDING).in(Drafts.NTUT, TODAY).facts())
        .containsExactly(
            new Reader("OTHER", null, null, null, false, true, false, false, 0, false, 0, 0),
            new Card(true, 0, 0, 0, false, 10));
    assertThat(new CaseFacts(Asked.ACTIVATION).in(Drafts.ALLIANCE, TODAY).facts())
        .containsExactly(
            new Reader("OTHER", null, null, null, false, false, false, false, 0, false, 0, 0));
    assertThat(new CaseFacts(Asked.RETURN_BY).in(Drafts.NTUT, TODAY).facts())
        .containsExactly(new DueDate(TODAY, false));
  }

  @Test
  void hasAnItemOnlyWhenItIsNamed() throws RuleFileException {
    CaseFacts facts = new CaseFacts(Asked.LENDING);
    facts.name(facts.fact("Item"));

    assertThat(facts.in(Drafts.NTUT, TODAY).facts()).contains(new Item(null));
  }

  @ParameterizedTest(name = "expiry {0}, expired {1}: {2}")
  @CsvSource({
    "2026-11-22,           , true",
    "2026-11-23,           , false",
    "unknown,              , false",
    "2026-11-22,      false, false",
    "2030-01-01,       true, true",
    ",              unknown, ",
  })
  void isExpiredWhenTheExpiryHasPassed(
      @Nullable String expiry, @Nullable String expired, @Nullable Boolean comes)
      throws RuleFileException {
    CaseFacts facts = new CaseFacts(Asked.APPLICATION);
    give(facts, "Reader", "expiry", expiry);
    give(facts, "Reader", "expired", expired);

    Reader reader = (Reader) facts.in(Drafts.NTUT, TODAY).facts().get(0);
    assertThat(reader.expired()).isEqualTo(comes);
  }

  private static void give(CaseFacts facts, String fact, String field, @Nullable String written)
      throws RuleFileException {
    if (written != null) {
      CaseField known = CaseFacts.field(facts.fact(fact), field);
      facts.put(known, known.read(written).orElse(null));
    }
  }

  private static CaseField field(String name) throws RuleFileException {
    CaseFacts facts = new CaseFacts(Asked.APPLICATION);
    return CaseFacts.field(facts.fact("Reader"), name);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "overdueItems, 0, 0",
    "overdueItems, 9999, 9999",
    "overdueItems, ' 12 ', 12",
    "overdueItems, １２, 12",
    "overdueItems, unknown, null",
    "overdueItems, 不明, null",
    "suspended, true, true",
    "suspended, FALSE, false",
    "suspended, 真, true",
    "suspended, 否, false",
    "expired, Unknown, null",
    "expiry, 2026-01-18, 2026-01-18",
    "expiry, 9999-12-31, 9999-12-31",
    "expiry, ２０２６－０１－１８, 2026-01-18",
    "unit, 電機系（夜）, 電機系（夜）",
    "unit, 未知, null",
    "school, NTUT, NTUT",
  })
  void readsAValueByTheTypeOfItsField(String field, String written, String value)
      throws RuleFileException {
    assertThat(field(field).read(written).map(String::valueOf).orElse("null")).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "overdueItems, -1, case-number",
    "overdueItems, '', case-number",
    "overdueItems, 10000, case-number",
    "overdueItems, 2147483648, case-number",
    "overdueItems, true, case-number",
    "openCards, unknown, case-known",
    "suspended, 1, case-truth",
    "suspended, null, case-known",
    "expiry, 2026-1-18, case-date",
    "expiry, 2026-02-30, case-date",
    "expiry, 1899-12-31, case-date",
    "expiry, +10000-01-01, case-date",
    "unit, '', case-text",
    "unit, 'a\nb', case-text",
    "school, unknown, case-known",
  })
  void refusesAValueThatCannotBe(String field, String written, String key) {
    RuleFileException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(RuleFileException.class, () -> field(field).read(written)));

    assertThat(refusal.key()).isEqualTo(key);
    assertThat(refusal.sentence().zh()).contains("讀者的");
    assertThat(refusal.sentence().en()).contains("Reader." + field);
  }
}
