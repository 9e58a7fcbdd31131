package org.libpass.circulation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be entered from paper.
 *
 * @param days how many days back, at least 1; long enough for an outage before a long weekend
 */
@ConfigurationProperties("libpass.desk.paper")
record PaperSettings(@DefaultValue("7") int days) {

  PaperSettings {
    if (days < 1) {
      throw new IllegalArgumentException("libpass.desk.paper.days must be at least 1");
    }
  }
}
