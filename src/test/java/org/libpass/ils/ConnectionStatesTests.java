package org.libpass.ils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.ils.ConnectionStates.ConnectionState;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator may see of a connection, and how a school is left alone that fails. */
@LibpassTest
@OnH2
class ConnectionStatesTests {

  static final SchoolCode SCHOOL = new SchoolCode("THTU");

  @Autowired ConnectionStates states;
  @Autowired Ils ils;
  @Autowired SlotAccounts slots;
  @Autowired Standin standins;
  @Autowired TaipeiClock clock;

  @Test
  void showsTheSettingsAndNoSecret() {
    ConnectionSettings settings = state("THTU").settings();
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.user()).isEqualTo("libpass");
    assertThat(settings.promptsLogin()).isTrue();
    assertThat(settings.expiryFields()).isEqualTo(List.of("PA"));
    assertThat(settings.toString()).doesNotContain("sip-thtu");
    assertThat(state("MUST").settings().user()).isNull();
    assertThat(state("UCH").settings().expiryFields()).isEmpty();
    assertThat(state("NANYA").settings().asksStatus()).isFalse();
    assertThat(state("DAHAN").settings().unitFields()).containsExactly("AF#2");
    assertThat(state("YPU").settings().slotPin()).isTrue();
    assertThat(state("YPU").toString()).doesNotContain("slot-ypu");
    assertThat(states.of(new SchoolCode("MKC"))).isEmpty();
  }

  @Test
  void aSchoolThatFailsIsLeftAloneForAllUntilItAnswers() throws Exception {
    slots.charged(SCHOOL, "CUTE-1");
    assertThat(health().lastGood()).isEqualTo(clock.instant());
    assertThat(health().slowestMillis()).isNotNegative();
    standins.setFault(SCHOOL, StandinFault.HANGS_UP);
    try {
      for (int time = 0; time < 3; time++) {
        assertThat(health().isResting(clock.instant())).isFalse();
        assertThatThrownBy(() -> slots.charged(SCHOOL, "CUTE-1"))
            .hasMessageStartingWith("THTU: closed");
      }
      assertThat(health().isResting(clock.instant())).isTrue();
      assertThat(health().trouble()).isEqualTo(ConnectionTrouble.CUT);
    } finally {
      standins.setFault(SCHOOL, StandinFault.NONE);
    }
    long before = standins.traffic(SCHOOL).requests("63");
    assertThatThrownBy(() -> ils.signIn(SCHOOL, "thtu001", "demo"))
        .isInstanceOf(IlsUnavailable.class)
        .hasMessageStartingWith("THTU: resting");
    assertThatThrownBy(() -> slots.checkOut(SCHOOL, "CUTE-1", "THTU00012"))
        .isInstanceOf(IlsUnavailable.class);
    assertThat(standins.traffic(SCHOOL).requests("63")).isEqualTo(before);

    clock.advance(Duration.ofSeconds(30));
    assertThat(ils.signIn(SCHOOL, "thtu001", "demo")).isInstanceOf(Ils.SignIn.Accepted.class);
    assertThat(health().failingSince()).isNull();
    assertThat(health().lastError()).isNotNull();
  }

  @Test
  void aPatronWhomNobodyKnowsIsAnAnswer() {
    for (int time = 0; time < 5; time++) {
      assertThatThrownBy(() -> slots.charged(SCHOOL, "CUTE-99"))
          .hasMessageStartingWith("THTU: not valid");
    }
    assertThat(health().failingSince()).isNull();
    assertThat(health().lastGood()).isNotNull();
  }

  private ConnectionHealth health() {
    return state("THTU").health();
  }

  private ConnectionState state(String school) {
    return states.of(new SchoolCode(school)).orElseThrow();
  }
}
