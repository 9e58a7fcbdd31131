package org.libpass.seal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys from the environment, the same on every node: {@code id:public:private}, separated by
 * commas, in Base64 as {@code openssl pkey -outform DER} writes them. The first seals; those that
 * follow it are recognised and need no private half.
 */
final class GivenSealKeys implements SealKeys {

  private static final int PARTS = 3;

  private final Map<Integer, SealKey> keys;
  private final SealKey sealing;

  /**
   * @throws IllegalStateException if a key can't be used; the message says which, and no key
   */
  GivenSealKeys(String given) {
    Map<Integer, SealKey> read = new LinkedHashMap<>();
    for (String entry : given.strip().split("\\s*,\\s*")) {
      SealKey key = read(entry, read.size() + 1);
      if (read.put(key.id(), key) != null) {
        throw refused(read.size() + 1, "its id stands there twice");
      }
    }
    keys = Map.copyOf(read);
    sealing = List.copyOf(read.values()).get(0);
    if (!sealing.seals()) {
      throw refused(1, "the first one seals, so it needs its private key: id:public:private");
    }
  }

  private static SealKey read(String entry, int place) {
    String[] parts = entry.split(":");
    if (parts.length < PARTS - 1 || parts.length > PARTS || !parts[0].matches("\\d{1,3}")) {
      throw refused(place, "write it as id:public:private, or id:public for an older one");
    }
    byte[] open = bytes(parts[1], place);
    byte @Nullable [] secret = parts.length < PARTS ? null : bytes(parts[2], place);
    try {
      return SealKey.of(Integer.parseInt(parts[0]), open, secret);
    } catch (IllegalArgumentException wrong) {
      throw refused(place, wrong.getMessage());
    }
  }

  private static byte[] bytes(String base64, int place) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException wrong) { // whose message would quote what it was given
      throw refused(place, "it is not Base64");
    }
  }

  private static IllegalStateException refused(int place, @Nullable String why) {
    return new IllegalStateException("libpass.seal.keys, key " + place + ": " + why);
  }

  @Override
  public SealKey sealing() {
    return sealing;
  }

  @Override
  public Optional<SealKey> find(int id) {
    return Optional.ofNullable(keys.get(id));
  }
}
