package org.libpass.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Reads all that is logged, exceptions to their last cause, with every logger at its most talkative
 * but those that the application's configuration holds back; the usual output is held back, too.
 */
final class LogWatch implements AutoCloseable {

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level;
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private final List<String> found = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Reading reading;

  LogWatch(Secrets secrets) {
    reading = new Reading(secrets);
    reading.setContext(context);
    reading.start();
    root.iteratorForAppenders().forEachRemaining(usual::add);
    usual.forEach(root::detachAppender);
    root.addAppender(reading);
    level = root.getLevel();
    root.setLevel(Level.TRACE);
  }

  /** What was found so far, each with where. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** The loggers that have said something. */
  Set<String> heard() {
    return Set.copyOf(heard);
  }

  @Override
  public void close() {
    root.setLevel(level);
    root.detachAppender(reading);
    usual.forEach(root::addAppender);
    reading.stop();
  }

  private final class Reading extends AppenderBase<ILoggingEvent> {

    private final Secrets secrets;

    private Reading(Secrets secrets) {
      this.secrets = secrets;
    }

    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      String text =
          event.getFormattedMessage()
              + event.getMDCPropertyMap()
              + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
      heard.add(event.getLoggerName());
      secrets
          .in(text)
          .forEach(
              it -> found.add(event.getLevel() + " log of " + event.getLoggerName() + ": " + it));
    }
  }
}
