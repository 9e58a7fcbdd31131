package org.libpass.reader;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface ReaderRepository extends CrudRepository<Reader, UUID> {

  Optional<Reader> findBySchoolAndNumber(String school, String number);

  @Lock(LockMode.PESSIMISTIC_WRITE)
  Optional<Reader> findWithLockById(UUID id);
}
