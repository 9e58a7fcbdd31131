package org.libpass.ils.sip2;

import javax.net.ssl.SSLSocketFactory;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the lines to the library systems; they end with the application. */
@Configuration
class Sip2Configuration {

  @Bean
  Sip2Lines sip2Lines(
      Environment environment,
      TaipeiClock clock,
      HealthRecords records,
      ObjectProvider<Standin> standins) {
    return new Sip2Lines(
        LibrarySystems.of(environment, clock, standins.getIfAvailable()),
        clock,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        records);
  }
}
