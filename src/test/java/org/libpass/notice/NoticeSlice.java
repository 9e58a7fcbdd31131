package org.libpass.notice;

import org.libpass.card.CardApplications;
import org.libpass.card.CardProcess;
import org.libpass.card.Cards;
import org.libpass.card.Slots;
import org.libpass.circulation.CardEvidence;
import org.libpass.ils.Connections;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decisions;
import org.libpass.policy.Policies;
import org.libpass.reader.ActivationProcess;
import org.libpass.reader.Activations;
import org.libpass.reader.Readers;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Readers, cards and notices on a real database; policy, process and library systems played.
 *
 * <p>Not annotated as a configuration, so that the whole application, which tests start too, does
 * not find it.
 */
@AutoConfigurationPackage(basePackages = "org.libpass")
@ComponentScan({
  "org.libpass.platform",
  "org.libpass.school",
  "org.libpass.reader",
  "org.libpass.seal",
  "org.libpass.card",
  "org.libpass.notice"
})
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  DataJdbcRepositoriesAutoConfiguration.class,
  MessageSourceAutoConfiguration.class,
  ThymeleafAutoConfiguration.class
})
class NoticeSlice {

  /** Whatever else the application reads, the sender only moves when a test calls it. */
  static final String NEVER_BY_ITSELF = "libpass.mail.interval=3650d";

  /** Where the tests' mail server listens, once one has told. */
  @Bean
  JavaMailSenderImpl mailSender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    return sender;
  }

  @Bean
  PlayedIls ils(TaipeiClock clock) {
    return new PlayedIls(clock);
  }

  /** Every school has one but {@link Visits#LANYANG}. */
  @Bean
  Connections connections() {
    Connections connections = Mockito.mock(Connections.class);
    Mockito.when(connections.has(Mockito.any()))
        .thenAnswer(asked -> !Visits.LANYANG.equals(asked.getArgument(0)));
    return connections;
  }

  @Bean
  PlayedPolicy played(Policies policies, Decisions decisions) {
    return new PlayedPolicy(policies, decisions);
  }

  @Bean
  Policies policies() {
    return Mockito.mock(Policies.class);
  }

  @Bean
  Decisions decisions() {
    return Mockito.mock(Decisions.class);
  }

  /** The lending schools' systems have answered since whenever, unless a test says otherwise. */
  @Bean
  CardEvidence evidence() {
    CardEvidence evidence = Mockito.mock(CardEvidence.class);
    Mockito.when(evidence.reaches(Mockito.any(), Mockito.any(), Mockito.any())).thenReturn(true);
    return evidence;
  }

  @Bean
  ActivationProcess activationProcess() {
    return Mockito.mock(ActivationProcess.class);
  }

  @Bean
  CardProcess cardProcess() {
    return Mockito.mock(CardProcess.class);
  }

  @Bean
  Visits visits(
      Readers readers,
      Activations activations,
      CardApplications applications,
      Cards cards,
      Slots slots,
      TransactionOperations transaction,
      PlayedIls ils,
      PlayedPolicy policy,
      TaipeiClock clock) {
    return new Visits(
        readers, activations, applications, cards, slots, transaction, ils, policy, clock);
  }
}
