package org.libpass.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;

/** In the demo mails go nowhere, and yet count as sent. */
@LibpassTest
@OnH2
class DemoMailsTests {

  @Autowired private People people;
  @Autowired private Readers readers;
  @Autowired private Mailbox mailbox;
  @Autowired private Postman postman;
  @Autowired private Todos todos;

  @Test
  void aMailIsInTheMailboxAtOnceAndSentSoonAfter() {
    UUID reader = people.student(new SchoolCode("NTUT"));
    assertThat(todos.of(reader)).extracting(Todo::kind).containsExactly(Todo.Kind.ACTIVATE);
    people.activated(reader);
    assertThat(todos.of(reader)).isEmpty();
    Mail mail = mailTo(reader);
    assertThat(mail.state()).isEqualTo(Mail.State.WAITING);
    // Other tests on this database may have left more mails than one round takes.
    for (int round = 0; round < 50 && mailTo(reader).state() == Mail.State.WAITING; round++) {
      postman.deliver();
    }
    assertThat(mailTo(reader).state()).isEqualTo(Mail.State.SENT);
  }

  private Mail mailTo(UUID reader) {
    String greeting = readers.get(reader).name() + "，您好：";
    return mailbox.newest(1000).stream()
        .filter(mail -> mail.body().startsWith(greeting))
        .findFirst()
        .orElseThrow();
  }
}
