package org.libpass.policy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the rule files at the start and looks at them from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesProperties.class)
class PolicyConfiguration {

  @Bean
  RuleCompiler ruleCompiler() {
    return new RuleCompiler();
  }

  @Bean(initMethod = "start")
  DiskRules diskRules(
      RulesProperties properties, Publishing publishing, LiveVersions live, RuleVersions versions) {
    return new DiskRules(properties, publishing, live, versions);
  }

  @Bean
  Poll rulesPoll(DiskRules disk, LiveRules rules) {
    return new Poll(disk, rules);
  }

  /** The job. Runs on every node, since each has its own disk and its own compiled rules. */
  static class Poll {

    private final DiskRules disk;
    private final LiveRules rules;

    Poll(DiskRules disk, LiveRules rules) {
      this.disk = disk;
      this.rules = rules;
    }

    /**
     * The first time at once, so that what the start did not wait for is built before it is asked.
     */
    @Scheduled(fixedDelayString = "${libpass.rules.poll:2s}", initialDelayString = "0")
    void look() {
      disk.poll();
      rules.warm();
    }
  }
}
