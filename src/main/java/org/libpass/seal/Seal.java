package org.libpass.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Seals short messages with Ed25519 and recognises them. A sealed message is the key's id in one
 * byte, the message, and the signature; nothing in it is secret.
 */
@Service
public class Seal {

  /** How many bytes a seal adds to a message. */
  public static final int BYTES = 1 + SealKey.SIGNATURE_BYTES;

  private final SealKeys keys;

  Seal(SealKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a message with the key that seals now.
   *
   * @param purpose what kind of message it is; opened for another purpose, it is not recognised
   */
  public byte[] close(String purpose, byte[] message) {
    SealKey key = keys.sealing();
    byte[] signature = key.sign(signed(purpose, key.id(), message));
    return ByteBuffer.allocate(message.length + BYTES)
        .put((byte) key.id())
        .put(message)
        .put(signature)
        .array();
  }

  /**
   * The message in a seal of ours; empty when it was altered, made for another purpose, or sealed
   * with a key that is not ours or not valid any more.
   */
  public Optional<byte[]> open(String purpose, byte[] sealed) {
    if (sealed.length < BYTES) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    int id = Byte.toUnsignedInt(parts.get());
    byte[] message = new byte[sealed.length - BYTES];
    parts.get(message);
    byte[] signature = new byte[SealKey.SIGNATURE_BYTES];
    parts.get(signature);
    return keys.find(id)
        .filter(key -> key.verifies(signed(purpose, id, message), signature))
        .map(key -> message);
  }

  private static byte[] signed(String purpose, int id, byte[] message) {
    byte[] words = purpose.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(words.length + 2 + message.length)
        .put(words)
        .put((byte) 0)
        .put((byte) id)
        .put(message)
        .array();
  }
}
