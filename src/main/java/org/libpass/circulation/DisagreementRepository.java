package org.libpass.circulation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface DisagreementRepository extends CrudRepository<Disagreement, UUID> {

  List<Disagreement> findByCardOrderByOpenedAt(UUID card);

  @Query(
      "select * from disagreement where card = :card and lender = :lender"
          + " and (still_open = true or overlooked = true)")
  List<Disagreement> findLive(UUID card, String lender);

  @Query(
      "select distinct card from disagreement where lender = :lender"
          + " and (still_open = true or overlooked = true)")
  List<UUID> findCardsLiveAt(String lender);
}
