package org.libpass.reader;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface ActivationRepository extends CrudRepository<Activation, UUID> {

  List<Activation> findByReaderIdOrderBySubmittedAtDesc(UUID readerId);
}
