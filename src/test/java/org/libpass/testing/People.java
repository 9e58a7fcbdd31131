package org.libpass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.libpass.platform.TaipeiClock;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.reader.Consent;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;

/** Brings readers into a state through the real steps; never the same reader twice. */
public class People {

  /** A librarian of whichever school. */
  public static final String LIBRARIAN = "librarian.test";

  /** The version of the privacy policy that holds when tests begin. */
  public static final String PRIVACY = "1.0";

  private static final int FIRST_STUDENT = 1000;

  private final Readers readers;
  private final Activations activations;
  private final TaipeiClock clock;
  private final Map<SchoolCode, AtomicInteger> students = new ConcurrentHashMap<>();

  public People(Readers readers, Activations activations, TaipeiClock clock) {
    this.readers = readers;
    this.activations = activations;
    this.clock = clock;
  }

  /** Signs a demo account in, such as 3 for {@code ntut003}. */
  public UUID signedIn(SchoolCode school, int number) {
    String account = "%s%03d".formatted(school.value().toLowerCase(Locale.ROOT), number);
    var answer = readers.signIn(school, account, "demo", Locale.TRADITIONAL_CHINESE);
    assertThat(answer).isInstanceOf(Readers.SignIn.SignedIn.class);
    return ((Readers.SignIn.SignedIn) answer).reader();
  }

  /** A student with a clean record who has signed in and nothing more. */
  public UUID student(SchoolCode school) {
    return signedIn(
        school,
        students
            .computeIfAbsent(school, any -> new AtomicInteger(FIRST_STUDENT))
            .getAndIncrement());
  }

  /** Lets a signed-in reader ask for activation. */
  public Activations.Submitted submit(UUID reader) {
    Consent consent = new Consent(PRIVACY, "test", clock.instant());
    return activations.submit(reader, consent, "reader@example.org", "0912-345-678");
  }

  /** The reader's newest request for activation. */
  public Activation activation(UUID reader) {
    return activations.of(reader).get(0);
  }

  /** Lets a signed-in reader ask for activation, and a librarian grant it where policy does not. */
  public UUID activated(UUID reader) {
    if (submit(reader) == Activations.Submitted.REFERRED) {
      assertThat(activations.approve(activation(reader).id(), LIBRARIAN))
          .isEqualTo(Activations.Approved.DONE);
    }
    assertThat(readers.get(reader).isActive()).isTrue();
    return reader;
  }

  /** A student with a clean record who may apply for cards. */
  public UUID activeStudent(SchoolCode school) {
    return activated(student(school));
  }
}
