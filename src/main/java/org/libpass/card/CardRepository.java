package org.libpass.card;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface CardRepository extends CrudRepository<Card, UUID> {

  Optional<Card> findByNumber(String number);

  @Lock(LockMode.PESSIMISTIC_WRITE)
  Optional<Card> findWithLockById(UUID id);

  List<Card> findByReaderIdOrderByAppliedAtDesc(UUID readerId);

  @Query(
      "select c.* from card c join reader r on r.id = c.reader_id where r.school = :school"
          + " and r.name = :name and c.state in ('ISSUED', 'PRINTED', 'IN_USE') order by c.number")
  List<Card> findOpenByReaderName(String school, String name);

  @Query(
      "select c.* from card c where c.state in ('REFERRED', 'ISSUED', 'PRINTED', 'IN_USE')"
          + " or c.id in (select s.card from slot s where s.card is not null)"
          + " or c.id in (select l.card from loan l where l.still_out = true)")
  List<Card> findWaiting();

  @Query(
      "select c.id from card c join loan l on l.card = c.id"
          + " where l.lending_school = :school and l.barcode = :barcode and l.still_out = true")
  Optional<UUID> findIdByItemOut(String school, String barcode);

  @Query(
      "select distinct c.id from card c join loan l on l.card = c.id"
          + " where c.school = :school and c.slot = :slot and l.lending_school = :lender"
          + " and l.still_out = true")
  List<UUID> findIdsBySlotWithItemsOut(String school, int slot, String lender);

  @Query(
      "select l.lending_school from loan l where l.barcode = :barcode and l.still_out = true"
          + " order by l.lent_at desc")
  List<String> findSchoolsByBarcodeOut(String barcode);
}
