package org.libpass.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sealed is recognised, and nothing else is. */
class SealTests {

  private static final String CARD = "card";
  private static final byte[] MESSAGE = "some card, generation 1".getBytes(StandardCharsets.UTF_8);

  private final SealKey first = SealKey.make(1);
  private final SealKey second = SealKey.make(2);
  private final Seal seal = new Seal(new GivenSealKeys(whole(first)));

  @Test
  void aSealedMessageIsRecognised() {
    assertThat(seal.open(CARD, seal.close(CARD, MESSAGE))).contains(MESSAGE);
    assertThat(seal.close(CARD, MESSAGE)).hasSize(MESSAGE.length + Seal.BYTES);
  }

  @Test
  void oneThatWasAlteredAnywhereIsNot() {
    byte[] sealed = seal.close(CARD, MESSAGE);
    for (int at = 0; at < sealed.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] altered = sealed.clone();
        altered[at] ^= (byte) (1 << bit);
        assertThat(seal.open(CARD, altered)).as("byte %d, bit %d", at, bit).isEmpty();
      }
    }
  }

  @Test
  void oneForAnotherPurposeOrOfAnotherHouseIsNot() {
    assertThat(seal.open("other", seal.close(CARD, MESSAGE))).isEmpty();
    Seal elsewhere = new Seal(new GivenSealKeys(whole(SealKey.make(1))));
    assertThat(seal.open(CARD, elsewhere.close(CARD, MESSAGE))).isEmpty();
    assertThat(seal.open(CARD, new byte[0])).isEmpty();
    assertThat(seal.open(CARD, new byte[Seal.BYTES])).isEmpty();
  }

  @Test
  void afterARotationOlderSealsAreRecognisedUntilTheirKeyIsTakenAway() {
    byte[] sealed = seal.close(CARD, MESSAGE);
    Seal rotated = new Seal(new GivenSealKeys(whole(second) + ", " + open(first)));
    assertThat(rotated.open(CARD, sealed)).contains(MESSAGE);
    assertThat(rotated.close(CARD, MESSAGE)[0]).isEqualTo((byte) 2);
    assertThat(new Seal(new GivenSealKeys(whole(second))).open(CARD, sealed)).isEmpty();
  }

  @Test
  void aKeyThatOnlyRecognisesCannotComeFirst() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new GivenSealKeys(open(first)))
        .withMessageContaining("key 1: the first one seals");
  }

  @Test
  void halvesOfDifferentKeysAreRefused() {
    String mixed = open(first) + ":" + Base64.getEncoder().encodeToString(second.privateKey());
    assertThatIllegalStateException()
        .isThrownBy(() -> new GivenSealKeys(mixed))
        .withMessageContaining("key 1: The public and the private key don't belong together");
  }

  @Test
  void theSameIdTwiceIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new GivenSealKeys(whole(first) + "," + open(SealKey.make(1))))
        .withMessageContaining("key 2: its id stands there twice");
  }

  @ParameterizedTest
  @CsvSource({
    "c2VjcmV0,             write it as id:public:private",
    "1:c2VjcmV0:c2VjcmV0,  Not an Ed25519 key",
    "0:c2VjcmV0:c2VjcmV0,  from 1 to 255",
    "256:c2VjcmV0:c2VjcmV0, from 1 to 255",
    "1:se?ret:se?ret,      not Base64"
  })
  void whatIsNoKeyIsRefusedWithoutRepeatingIt(String given, String why) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new GivenSealKeys(given))
        .withMessageStartingWith("libpass.seal.keys, key 1: ")
        .withMessageContaining(why)
        .satisfies(
            refused -> assertThat(refused.getMessage()).doesNotContain("c2VjcmV0", "se?ret"));
  }

  private static String whole(SealKey key) {
    return open(key) + ":" + Base64.getEncoder().encodeToString(key.privateKey());
  }

  private static String open(SealKey key) {
    return key.id() + ":" + Base64.getEncoder().encodeToString(key.publicKey());
  }
}
