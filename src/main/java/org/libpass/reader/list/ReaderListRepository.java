package org.libpass.reader.list;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface ReaderListRepository extends CrudRepository<ReaderList, UUID> {

  @Lock(LockMode.PESSIMISTIC_WRITE)
  Optional<ReaderList> findWithLockById(UUID id);

  Optional<ReaderList> findFirstBySchoolAndAppliedAtIsNotNullOrderByAppliedAtDesc(String school);

  int countBySchoolAndAppliedAtIsNotNull(String school);

  List<ReaderList> findByAppliedAtIsNullAndSchoolAndUploadedBy(String school, String uploadedBy);

  List<ReaderList> findByAppliedAtIsNullAndComparedAtLessThan(Instant time);
}
