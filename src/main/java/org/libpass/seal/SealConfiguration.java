package org.libpass.seal;

import org.libpass.platform.TaipeiClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the installation's keys come from. */
@Configuration
class SealConfiguration {

  /**
   * @param given {@code libpass.seal.keys}; a production must have them, so that whoever reads its
   *     database can't seal
   */
  @Bean
  SealKeys sealKeys(
      @Value("${libpass.seal.keys:}") String given,
      Environment environment,
      JdbcClient jdbc,
      TaipeiClock clock) {
    if (!given.isBlank()) {
      return new GivenSealKeys(given);
    }
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      throw new IllegalStateException(
          "libpass.seal.keys is missing: the key that signs the cards' codes, as"
              + " id:public:private, in the environment as LIBPASS_SEAL_KEYS");
    }
    return new StoredSealKeys(jdbc, clock);
  }
}
