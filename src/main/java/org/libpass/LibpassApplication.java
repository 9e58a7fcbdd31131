package org.libpass;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Starts Libpass, the alliance's inter-library borrowing card. */
@SpringBootApplication
public class LibpassApplication {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(LibpassApplication.class);
    application.addListeners(new ProfileWanted());
    application.run(arguments);
  }

  /** Without a profile nobody has said whether this is a demo: nothing is assumed. */
  static final class ProfileWanted
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      if (event.getEnvironment().getActiveProfiles().length == 0) {
        throw new IllegalStateException(
            "Libpass wants a profile. There is: demo (39 schools, invented people, all on this"
                + " machine). Start with --spring.profiles.active=demo");
      }
    }
  }
}
