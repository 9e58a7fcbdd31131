package org.libpass.ils.standin;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;

/** The stand-ins of a test, on Monday 2026-11-23 at nine in the morning. */
abstract class RunningServers {

  static final String NOW = "20261123    090000";
  static final SchoolCode NTUT = new SchoolCode("NTUT");
  static final SchoolCode CUTE = new SchoolCode("CUTE");

  final TaipeiClock clock = new TestTime().clock();
  final StandinServers servers = new StandinServers(clock, new ForgetfulLedger(clock.today()));

  @BeforeEach
  void start() {
    servers.start();
  }

  @AfterEach
  void stop() {
    servers.stop();
  }

  RawClient connect(SchoolCode school) throws IOException {
    return new RawClient(servers.connection(school));
  }

  RawClient logIn(SchoolCode school) throws IOException {
    return RawClient.loggedIn(servers.connection(school));
  }

  RawClient logIn(String school) throws IOException {
    return logIn(new SchoolCode(school));
  }

  /** Asks for a patron's information; {@code summary} are ten places. */
  static String information(String patron, String summary) {
    return "63001" + NOW + summary + "AO|AA" + patron + "|AC|";
  }

  static String information(String patron) {
    return information(patron, " ".repeat(10));
  }
}
