package org.libpass.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;

/** One key of the installation; without its private half it recognises seals and makes none. */
final class SealKey {

  static final int SIGNATURE_BYTES = 64;
  static final int LARGEST_ID = 255;

  private static final String ALGORITHM = "Ed25519";

  private final int id;
  private final PublicKey publicKey;
  private final @Nullable PrivateKey privateKey;

  private SealKey(int id, PublicKey publicKey, @Nullable PrivateKey privateKey) {
    this.id = id;
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /** A new key. */
  static SealKey make(int id) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SealKey(id, pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * A key as it was kept.
   *
   * @param publicKey X.509, DER
   * @param privateKey PKCS #8, DER; null for a key that seals nothing any more
   * @throws IllegalArgumentException if these are no keys, or not the two halves of one; the
   *     message says nothing of the keys themselves
   */
  static SealKey of(int id, byte[] publicKey, byte @Nullable [] privateKey) {
    if (id < 1 || id > LARGEST_ID) {
      throw new IllegalArgumentException("A key's id is a number from 1 to " + LARGEST_ID);
    }
    SealKey key;
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      key =
          new SealKey(
              id,
              keys.generatePublic(new X509EncodedKeySpec(publicKey)),
              privateKey == null
                  ? null
                  : keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("Not an Ed25519 key");
    }
    byte[] sample = {1, 2, 3};
    if (key.seals() && !key.verifies(sample, key.sign(sample))) {
      throw new IllegalArgumentException("The public and the private key don't belong together");
    }
    return key;
  }

  int id() {
    return id;
  }

  /** Whether it can seal, and not only recognise. */
  boolean seals() {
    return privateKey != null;
  }

  byte[] publicKey() {
    return publicKey.getEncoded();
  }

  /**
   * @throws IllegalStateException if it can't seal
   */
  byte[] privateKey() {
    return privateHalf().getEncoded();
  }

  private PrivateKey privateHalf() {
    if (privateKey == null) {
      throw new IllegalStateException("Key " + id + " seals nothing any more");
    }
    return privateKey;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateHalf());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Key " + id + " can't sign", impossible);
    }
  }

  boolean verifies(byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
