package org.libpass.card;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.libpass.policy.ProvisionedAccounts;
import org.libpass.school.SchoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The slots of each school: numbered accounts that the lending libraries hold, each held by one
 * open card at a time.
 *
 * <p>Issuing locks the school's row of {@code slot_pool} first, so that a quota of 50 is 50 under
 * any load. Lock order, always: reader, pool, card, slot.
 */
@Service
public class Slots implements ProvisionedAccounts {

  /** For how long a slot settles at least after its card has ended. */
  static final Duration SETTLING = Duration.ofMinutes(10);

  private enum State {
    FREE,
    HELD,
    SETTLING
  }

  private final JdbcClient jdbc;

  Slots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a school stands with its slots.
   *
   * @param held how many an open card holds
   * @param free how many may be taken; the others settle
   */
  public record Standing(int held, int free) {}

  /**
   * A slot just taken.
   *
   * @param slot its number within the school
   * @param number the number of the card that holds it now
   */
  record Taken(int slot, CardNumber number) {}

  @Override
  public int provisioned(SchoolCode school) {
    return jdbc.sql("select count(*) from slot where school = :school")
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Gives a school its slot accounts, {@code 1} to {@code count}. Those that are there stay as they
   * are.
   */
  @Transactional
  public void provision(SchoolCode school, int count) {
    int there = provisioned(school);
    if (there == 0) {
      jdbc.sql("insert into slot_pool (school) values (:school)")
          .param("school", school.value())
          .update();
    }
    for (int slot = there + 1; slot <= count; slot++) {
      jdbc.sql(
              "insert into slot (school, slot, state, freed_at, last_number_at)"
                  + " values (:school, :slot, 'FREE', :never, :never)")
          .param("school", school.value())
          .param("slot", slot)
          .param("never", column(Instant.EPOCH))
          .update();
    }
  }

  /** How many slots each school has; a school without any is not named. */
  public Map<SchoolCode, Integer> provisioned() {
    Map<SchoolCode, Integer> counts = new TreeMap<>();
    jdbc.sql("select school, max(slot) as last_slot from slot group by school")
        .query(
            row -> {
              counts.put(new SchoolCode(row.getString("school")), row.getInt("last_slot"));
            });
    return counts;
  }

  /** How many slots are held and free now. Only within {@link #lock} does it stay so. */
  public Standing standing(SchoolCode school) {
    return jdbc.sql(
            "select count(case when state = 'HELD' then 1 end) as held,"
                + " count(case when state = 'FREE' then 1 end) as free_now"
                + " from slot where school = :school")
        .param("school", school.value())
        .query((row, index) -> new Standing(row.getInt("held"), row.getInt("free_now")))
        .single();
  }

  /** Keeps every other transaction from issuing a card of this school until this one ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Standing lock(SchoolCode school) {
    jdbc.sql("select school from slot_pool where school = :school for update")
        .param("school", school.value())
        .query(String.class)
        .optional();
    return standing(school);
  }

  /**
   * Takes the slot that has been free longest. Call {@link #lock} before.
   *
   * @return empty when none is free
   */
  Optional<Taken> take(SchoolCode school, UUID card, Instant now) {
    return jdbc.sql(
            "select slot, last_number_at from slot where school = :school and state = 'FREE'"
                + " order by freed_at, slot fetch first 1 rows only")
        .param("school", school.value())
        .query(
            (row, index) ->
                hold(
                    school,
                    row.getInt("slot"),
                    row.getObject("last_number_at", OffsetDateTime.class).toInstant(),
                    card,
                    now))
        .optional();
  }

  /** The number carries the second of issue, or the next one that the slot has not used yet. */
  private Taken hold(SchoolCode school, int slot, Instant lastNumber, UUID card, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    Instant issued = second.isAfter(lastNumber) ? second : lastNumber.plusSeconds(1);
    jdbc.sql(
            "update slot set state = 'HELD', card = :card, last_number_at = :issued"
                + " where school = :school and slot = :slot")
        .param("card", card)
        .param("issued", column(issued))
        .param("school", school.value())
        .param("slot", slot)
        .update();
    return new Taken(slot, CardNumber.of(school, slot, issued));
  }

  /** The card has ended: its slot settles before the next card may have it. */
  void settle(UUID card) {
    become(card, State.SETTLING);
  }

  /** The card is open again while its slot settles. */
  void holdAgain(UUID card) {
    become(card, State.HELD);
  }

  private void become(UUID card, State state) {
    jdbc.sql("update slot set state = :state where card = :card")
        .param("state", state.name())
        .param("card", card)
        .update();
  }

  /** Whether the card's slot is still its own, settling. */
  boolean isSettling(UUID card) {
    return jdbc.sql("select count(*) from slot where card = :card and state = 'SETTLING'")
            .param("card", card)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether no other card has got the slot yet. */
  boolean isHeldBy(UUID card) {
    return jdbc.sql("select count(*) from slot where card = :card")
            .param("card", card)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The slot has settled: the next card may have it. */
  void free(UUID card, Instant now) {
    jdbc.sql("update slot set state = 'FREE', card = null, freed_at = :now where card = :card")
        .param("now", column(now))
        .param("card", card)
        .update();
  }

  private static OffsetDateTime column(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
