package org.libpass.platform;

import java.sql.JDBCType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
class PlatformConfiguration {

  @Bean
  @Profile("!demo")
  TaipeiClock clock() {
    return new TaipeiClock(Clock.systemUTC(), Duration.ZERO);
  }

  @Bean
  @Profile("demo")
  @DependsOnDatabaseInitialization
  TaipeiClock movableClock(DemoTime time) {
    return new TaipeiClock(Clock.systemUTC(), time.offset());
  }

  @Bean
  JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<JdbcConversions> modules) {
    List<Object> converters = new ArrayList<>();
    converters.add(new InstantToColumn());
    converters.add(new ColumnToInstant());
    modules.forEach(module -> converters.addAll(module.converters()));
    return JdbcCustomConversions.of(dialect, converters);
  }

  /** A timestamp with time zone is told as one, so that no database assumes a zone of its own. */
  @WritingConverter
  static class InstantToColumn implements Converter<Instant, JdbcValue> {
    @Override
    public JdbcValue convert(Instant moment) {
      return JdbcValue.of(moment.atOffset(ZoneOffset.UTC), JDBCType.TIMESTAMP_WITH_TIMEZONE);
    }
  }

  @ReadingConverter
  static class ColumnToInstant implements Converter<OffsetDateTime, Instant> {
    @Override
    public Instant convert(OffsetDateTime column) {
      return column.toInstant();
    }
  }
}
