package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libpass.ils.sip2.Sip2Settings.Endpoint;
import org.libpass.testing.TestTime;

/** A certificate is believed only for the host that the settings name. */
@Timeout(60)
class EncryptedConnectionTests {

  static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  static SSLContext context;

  @BeforeAll
  static void makeACertificateForLocalhost() throws Exception {
    Path store = folder.resolve("localhost.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "sip2",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("sip2", keys.getCertificate("sip2"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @Test
  void theRightHost() throws Exception {
    try (ScriptedPeer peer = peer();
        Sip2Connection connection = open(peer, "localhost", context.getSocketFactory())) {
      assertThat(connection.ask(Sip2ConnectionTests.QUESTION).status())
          .isEqualTo(CirculationStatus.CHARGED);
      assertThat(connection.ask(Sip2ConnectionTests.QUESTION).title()).isEqualTo("x");
    }
  }

  @Test
  void anotherHost() throws Exception {
    try (ScriptedPeer peer = peer()) {
      assertThatThrownBy(() -> open(peer, "127.0.0.1", context.getSocketFactory()))
          .isInstanceOf(Sip2Exception.class)
          .hasMessageStartingWith("connect");
      assertThat(peer.received()).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesFor() throws Exception {
    try (ScriptedPeer peer = peer()) {
      SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
      assertThatThrownBy(() -> open(peer, "localhost", usual))
          .isInstanceOf(Sip2Exception.class)
          .hasMessageStartingWith("connect");
      assertThat(peer.received()).isEmpty();
    }
  }

  @Test
  void aSystemThatDoesNotEncrypt() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(wire -> wire.waitForTheEnd())) {
      assertThatThrownBy(() -> open(peer, "localhost", context.getSocketFactory()))
          .isInstanceOf(Sip2Exception.class)
          .hasMessageStartingWith("connect");
    }
  }

  private static ScriptedPeer peer() throws Exception {
    return new ScriptedPeer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        Sip2LineTests.ALWAYS);
  }

  private static Sip2Connection open(ScriptedPeer peer, String host, SSLSocketFactory tls)
      throws Sip2Exception {
    Endpoint endpoint =
        new Endpoint(host, peer.port(), true, 2, Duration.ofSeconds(4), Duration.ofSeconds(4));
    return Sip2Connection.open(
        Dialects.simple(peer.port()).with(endpoint), new TestTime().clock(), tls, nanos -> {});
  }
}
