package org.libpass.card;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.libpass.seal.Seal;
import org.springframework.stereotype.Component;

/**
 * The token in a card's QR code: which card, of which generation, under the installation's seal. It
 * says nothing of the reader, and is short enough for a phone's camera: 110 characters.
 */
@Component
public class CardSeal {

  private static final String PURPOSE = "libpass card";
  private static final int BYTES = 2 * Long.BYTES + 1;

  private final Seal seal;

  CardSeal(Seal seal) {
    this.seal = seal;
  }

  /**
   * What a genuine token says.
   *
   * @param card its id
   * @param generation of the card when the token was made
   */
  public record Content(UUID card, int generation) {}

  /** The token of an issued card as it is now. */
  public String token(Card card) {
    byte[] content =
        ByteBuffer.allocate(BYTES)
            .putLong(card.id().getMostSignificantBits())
            .putLong(card.id().getLeastSignificantBits())
            .put((byte) card.generation())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(PURPOSE, content));
  }

  /** What a token says; empty when it is none of ours, or was altered. */
  public Optional<Content> read(String token) {
    return bytes(token)
        .flatMap(bytes -> seal.open(PURPOSE, bytes))
        .filter(content -> content.length == BYTES)
        .map(ByteBuffer::wrap)
        .map(
            content ->
                new Content(
                    new UUID(content.getLong(), content.getLong()),
                    Byte.toUnsignedInt(content.get())));
  }

  private static Optional<byte[]> bytes(String token) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
