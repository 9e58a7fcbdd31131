package org.libpass.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.flowable.spring.boot.ProcessEngineAutoConfiguration;
import org.flowable.spring.boot.ProcessEngineServicesAutoConfiguration;
import org.flowable.spring.impl.test.FlowableSpringExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.libpass.testing.OnH2;
import org.libpass.testing.TestClock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A test of where a process file leads: the product's engine alone, its steps beans played. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RoutingTest.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "flowable.async-executor-activate=false")
@OnH2
@TestClock
@ExtendWith(FlowableSpringExtension.class)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  ProcessEngineAutoConfiguration.class,
  ProcessEngineServicesAutoConfiguration.class
})
@interface RoutingTest {

  /** The engine's own configuration, and players for all that it may call. */
  @Import({ProcessConfiguration.class, Stage.class, RoutingTable.class})
  class Slice {

    @Bean
    PlayedSteps played() {
      return new PlayedSteps();
    }

    @Bean
    PlayedSteps.Card cardSteps(PlayedSteps played) {
      return played.new Card();
    }

    @Bean
    PlayedSteps.Waiting waitingSteps(PlayedSteps played) {
      return played.new Waiting();
    }

    @Bean
    PlayedSteps.Tasks inboxSteps(PlayedSteps played) {
      return played.new Tasks();
    }

    @Bean
    PlayedSteps.Activation activationSteps(PlayedSteps played) {
      return played.new Activation();
    }
  }
}
