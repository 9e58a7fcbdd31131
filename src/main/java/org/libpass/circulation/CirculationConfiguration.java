package org.libpass.circulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Settings, and what asking many library systems side by side needs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DetectionSettings.class, PaperSettings.class})
class CirculationConfiguration {

  /**
   * As many threads as there are connections, which each lender's settings keep few: they wait for
   * library systems nearly all the time.
   */
  @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
  ExecutorService detectionThreads() {
    CustomizableThreadFactory daemons = new CustomizableThreadFactory("detection-");
    daemons.setDaemon(true);
    return Executors.newCachedThreadPool(daemons);
  }
}
