package org.libpass.reader;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface ReaderRepository extends CrudRepository<Reader, UUID> {

  Optional<Reader> findBySchoolAndNumber(String school, String number);

  List<Reader> findBySchoolAndNumberIgnoreCase(String school, String number);

  List<Reader> findBySchoolAndLibraryEmailIgnoreCase(String school, String libraryEmail);

  List<Reader> findTop20BySchoolOrderByAskedAtDesc(String school);

  @Lock(LockMode.PESSIMISTIC_WRITE)
  Optional<Reader> findWithLockById(UUID id);
}
