package org.libpass.policy;

import org.libpass.platform.TaipeiClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the rule files at the start and looks at them from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesProperties.class)
class PolicyConfiguration {

  @Bean
  RuleStore ruleStore(RulesProperties properties, RuleArchive archive, TaipeiClock clock) {
    return new RuleStore(properties.directory(), archive, clock, new RuleCompiler());
  }

  @Bean
  Poll rulesPoll(RuleStore store) {
    return new Poll(store);
  }

  /** The job. Runs on every node, since each has its own disk and its own compiled rules. */
  static class Poll {

    private final RuleStore store;

    Poll(RuleStore store) {
      this.store = store;
    }

    @Scheduled(
        fixedDelayString = "${libpass.rules.poll:2s}",
        initialDelayString = "${libpass.rules.poll:2s}")
    void look() {
      store.poll();
    }
  }
}
