package org.libpass.seal;

import java.util.Optional;

/** The installation's keys: one seals, all are recognised. */
interface SealKeys {

  /** The key that seals now. */
  SealKey sealing();

  /** The key of that id, if its seals are still recognised. */
  Optional<SealKey> find(int id);
}
