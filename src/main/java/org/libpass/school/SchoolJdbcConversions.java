package org.libpass.school;

import java.util.List;
import org.libpass.platform.JdbcConversions;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.stereotype.Component;

/** Stores a school's code as its text, in the aggregates of every module. */
@Component
class SchoolJdbcConversions implements JdbcConversions {

  @Override
  public List<?> converters() {
    return List.of(new CodeToColumn(), new ColumnToCode());
  }

  @WritingConverter
  static class CodeToColumn implements Converter<SchoolCode, String> {
    @Override
    public String convert(SchoolCode code) {
      return code.value();
    }
  }

  @ReadingConverter
  static class ColumnToCode implements Converter<String, SchoolCode> {
    @Override
    public SchoolCode convert(String column) {
      return new SchoolCode(column);
    }
  }
}
