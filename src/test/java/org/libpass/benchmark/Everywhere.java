package org.libpass.benchmark;

import java.time.Duration;
import org.libpass.ils.SlotAccounts;
import org.libpass.ils.Standin;
import org.libpass.ils.standin.MoreStandins;
import org.libpass.school.SchoolCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A library system that can be followed at each of the 39 schools. In the demo three have none: two
 * have no connection, one counts nothing and lends by hand. Here those three have a plain one.
 */
@TestConfiguration(proxyBeanMethods = false)
class Everywhere {

  @Bean
  MoreStandins moreStandins() {
    return new MoreStandins(
        new SchoolCode("MKC"), new SchoolCode("LANYANG"), new SchoolCode("VNU"));
  }

  @Bean
  DynamicPropertyRegistrar connectedEverywhere(MoreStandins more) {
    return properties -> {
      more.properties().forEach((name, value) -> properties.add(name, () -> value));
      properties.add("libpass.detection.by-hand", () -> "");
    };
  }

  @Bean
  Systems systems(Standin demo, MoreStandins more) {
    return new Systems(demo, more);
  }

  @Bean
  static Questions questions(ObjectProvider<Systems> systems) {
    return new Questions(school -> systems.getObject().openConnections(school));
  }

  @Bean
  static BeanPostProcessor heardSlotAccounts(ObjectProvider<Questions> questions) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SlotAccounts real ? questions.getObject().around(real) : bean;
      }
    };
  }

  /** The stand-ins of the demo and those three. */
  record Systems(Standin demo, MoreStandins more) {

    void setResponseTime(SchoolCode school, Duration time) {
      if (more.has(school)) {
        more.setResponseTime(school, time);
      } else {
        demo.setResponseTime(school, time);
      }
    }

    Duration responseTime(SchoolCode school) {
      return more.has(school) ? more.responseTime(school) : demo.responseTime(school);
    }

    int openConnections(SchoolCode school) {
      return (more.has(school) ? more.traffic(school) : demo.traffic(school)).connections();
    }
  }
}
