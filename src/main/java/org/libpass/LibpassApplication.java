package org.libpass;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Libpass, the alliance's inter-library borrowing card. */
@SpringBootApplication
public class LibpassApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LibpassApplication.class, arguments);
  }
}
