package org.libpass.ils.standin;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.libpass.ils.Standin;
import org.libpass.ils.StandinConnection;
import org.libpass.ils.StandinFault;
import org.libpass.ils.StandinItem;
import org.libpass.ils.StandinTraffic;
import org.libpass.platform.TaipeiClock;
import org.libpass.school.SchoolCode;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The library systems of the demo. A school's is made when it is first spoken of and listens when
 * its connection is first asked for; all are closed with the application. They start before and
 * stop after what asks them.
 */
@Component
@Profile("demo")
class StandinServers implements Standin, SmartLifecycle {

  /** Schools whose library system nobody can ask. */
  private static final Set<SchoolCode> WITHOUT =
      Set.of(new SchoolCode("MKC"), new SchoolCode("LANYANG"));

  private final TaipeiClock clock;
  private final Ledger ledger;
  private final Map<SchoolCode, StandinServer> servers = new ConcurrentHashMap<>();
  private @Nullable ExecutorService threads;

  StandinServers(TaipeiClock clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
  }

  @Override
  public synchronized void start() {
    if (threads == null) {
      ExecutorService pool = pool();
      threads = pool;
      servers.values().stream().filter(StandinServer::wasOpen).forEach(server -> server.open(pool));
    }
  }

  @Override
  public synchronized void stop() {
    if (threads != null) {
      servers.values().forEach(StandinServer::close);
      threads.shutdownNow();
      threads = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  private static ExecutorService pool() {
    CustomizableThreadFactory daemons = new CustomizableThreadFactory("standin-");
    daemons.setDaemon(true);
    return Executors.newCachedThreadPool(daemons);
  }

  /** A school's library, without the wire. */
  StandinLibrary library(SchoolCode school) {
    return server(school).library();
  }

  private StandinServer server(SchoolCode school) {
    if (!has(school)) {
      throw new IllegalArgumentException(school + " has no stand-in");
    }
    return servers.computeIfAbsent(
        school, code -> new StandinServer(code, Dialects.of(code), clock, ledger));
  }

  @Override
  public boolean has(SchoolCode school) {
    return !WITHOUT.contains(school);
  }

  @Override
  public synchronized StandinConnection connection(SchoolCode school) {
    StandinServer server = server(school);
    if (threads == null) {
      throw new IllegalStateException("The stand-ins are not running");
    }
    return Settings.of(school, server.dialect(), server.open(threads));
  }

  @Override
  public void setFault(SchoolCode school, StandinFault fault) {
    server(school).setFault(fault);
  }

  @Override
  public StandinFault fault(SchoolCode school) {
    return server(school).fault();
  }

  @Override
  public void setResponseTime(SchoolCode school, Duration time) {
    server(school).setResponseTime(time);
  }

  @Override
  public Duration responseTime(SchoolCode school) {
    return server(school).responseTime();
  }

  @Override
  public void dropConnections(SchoolCode school) {
    server(school).dropConnections();
  }

  @Override
  public StandinTraffic traffic(SchoolCode school) {
    return server(school).traffic();
  }

  @Override
  public List<DemoAccount> accounts(SchoolCode school) {
    return has(school) ? library(school).patrons().listed() : List.of();
  }

  @Override
  public List<StandinItem> items(SchoolCode school) {
    return has(school) ? library(school).items() : List.of();
  }

  @Override
  public Outcome charge(SchoolCode school, String barcode, String patron, @Nullable LocalDate due) {
    return library(school).checkOut(patron, barcode, false, due);
  }

  @Override
  public Outcome discharge(SchoolCode school, String barcode) {
    return library(school).checkIn(barcode);
  }

  @Override
  public Outcome mark(SchoolCode school, String barcode, StandinItem.Status status) {
    return library(school).mark(barcode, status);
  }
}
