package org.libpass.web.readers;

import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.web.NotHereException;
import org.libpass.web.Typed;
import org.libpass.web.security.PathArgument;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Gives handlers the reader in their path; another school's is none. */
@Component
class OwnReaderResolver extends PathArgument {

  private final Readers readers;

  OwnReaderResolver(Readers readers) {
    super("id");
    this.readers = readers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(OwnReader.class);
  }

  @Override
  protected Reader find(MethodParameter parameter, StaffPrincipal librarian, String name) {
    return Typed.id(name)
        .flatMap(readers::find)
        .filter(reader -> reader.school().equals(librarian.ownSchool()))
        .orElseThrow(
            () -> new NotHereException("school-reader.not-here", "/readers", "school-reader.back"));
  }
}
