package org.libpass.ils.standin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.libpass.ils.StandinConnection;
import org.libpass.ils.StandinTraffic;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.libpass.testing.TestTime;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Plain library systems for schools that have none in the demo, or one that loans can't be followed
 * with. The application is told of them by its configuration, as of a real one.
 */
public final class MoreStandins implements AutoCloseable {

  private final ExecutorService threads;
  private final Map<SchoolCode, StandinServer> servers = new LinkedHashMap<>();

  public MoreStandins(SchoolCode... schools) {
    CustomizableThreadFactory daemons = new CustomizableThreadFactory("standin-");
    daemons.setDaemon(true);
    threads = Executors.newCachedThreadPool(daemons);
    TaipeiClock clock = new TestTime().clock();
    Ledger ledger = new ForgetfulLedger(clock.today());
    for (SchoolCode school : schools) {
      servers.put(school, new StandinServer(school, Dialects.PLAIN, clock, ledger));
    }
  }

  public boolean has(SchoolCode school) {
    return servers.containsKey(school);
  }

  /** What the configuration says of them, by property. */
  public Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    servers.forEach(
        (school, server) -> {
          StandinConnection to = Settings.of(school, server.dialect(), server.open(threads));
          String system = "libpass.library-systems." + school.value() + ".";
          properties.put(system + "host", to.host());
          properties.put(system + "port", to.port());
          properties.put(system + "user", to.user());
          properties.put(system + "password", to.password());
          properties.put(system + "institution", to.institution());
          properties.put(system + "charset", to.charset().name());
          properties.put(system + "expiry-fields", to.expiryField());
          properties.put(system + "identity-fields", to.identityField());
          properties.put(system + "unit-fields", to.unitField());
        });
    return properties;
  }

  /** As for the demo's own, {@link org.libpass.ils.Standin#setResponseTime}. */
  public void setResponseTime(SchoolCode school, Duration time) {
    servers.get(school).setResponseTime(time);
  }

  /** As for the demo's own, {@link org.libpass.ils.Standin#responseTime}. */
  public Duration responseTime(SchoolCode school) {
    return servers.get(school).responseTime();
  }

  /** As for the demo's own, {@link org.libpass.ils.Standin#traffic}. */
  public StandinTraffic traffic(SchoolCode school) {
    return servers.get(school).traffic();
  }

  @Override
  public void close() {
    servers.values().forEach(StandinServer::close);
    threads.shutdownNow();
  }
}
