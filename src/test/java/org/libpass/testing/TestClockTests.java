package org.libpass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.libpass.platform.TaipeiClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@TestClock
@SpringBootTest(classes = TestClockTests.Product.class)
class TestClockTests {

  @Autowired private TaipeiClock clock;
  @Autowired private Clock anyClock;
  @Autowired private TestTime time;

  @RepeatedTest(2)
  void everyTestBeginsOnTheSameMonday() {
    assertThat(LocalDateTime.now(clock)).isEqualTo("2026-11-23T09:00");
    clock.advance(Duration.ofDays(3));
    assertThat(clock.today()).isEqualTo("2026-11-26");
  }

  @Test
  void goesBackToo() {
    clock.advance(Duration.ofDays(3));
    time.set(LocalDate.of(2026, 2, 28));
    assertThat(LocalDateTime.now(clock)).isEqualTo("2026-02-28T09:00");
    clock.advance(Duration.ofDays(1));
    assertThat(clock.today()).isEqualTo("2026-03-01");
  }

  @Test
  void standsBeforeTheProductsOwnClock() {
    assertThat(anyClock).isSameAs(clock);
  }

  @Test
  void theVirtualMachineIsNotInTaipei() {
    assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("UTC"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Product {

    @Bean
    TaipeiClock clock() {
      return new TaipeiClock(Clock.systemUTC(), Duration.ZERO);
    }
  }
}
