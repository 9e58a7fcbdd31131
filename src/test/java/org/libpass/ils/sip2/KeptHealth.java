package org.libpass.ils.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libpass.ils.ConnectionHealth;
import org.libpass.school.SchoolCode;

/** Keeps everything that is to be kept, of one school. */
final class KeptHealth implements HealthRecords {

  final List<ConnectionHealth> kept = new ArrayList<>();

  @Override
  public synchronized Optional<ConnectionHealth> find(SchoolCode school) {
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
  }

  @Override
  public synchronized void keep(SchoolCode school, ConnectionHealth health) {
    kept.add(health);
  }
}
