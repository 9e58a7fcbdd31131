package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.libpass.ils.Standin;
import org.libpass.platform.TaipeiClock;
import org.libpass.policy.Decision;
import org.libpass.policy.Decisions;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.libpass.reader.Activations.Approved;
import org.libpass.reader.Activations.Submitted;
import org.libpass.reader.Consent;
import org.libpass.reader.Reader;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Every path through {@code activation-review}, through the use cases, on a real database. */
@LibpassTest
abstract class ActivationReviewPaths {

  private static final SchoolCode SCHOOL = new SchoolCode("CKU");
  private static final String LIBRARIAN = "librarian.cku";
  private static final String COLLEAGUE = "librarian2.cku";

  @Autowired People people;
  @Autowired Readers readers;
  @Autowired Activations activations;
  @Autowired Decisions decisions;
  @Autowired Inbox inbox;
  @Autowired Standin standin;
  @Autowired RuntimeService runtime;
  @Autowired TaipeiClock clock;
  @Autowired TransactionOperations transaction;

  @Test
  void referredAndApproved() {
    UUID reader = people.student(SCHOOL);

    assertThat(people.submit(reader)).isEqualTo(Submitted.REFERRED);
    Activation activation = people.activation(reader);
    assertThat(readers.get(reader).status()).isEqualTo(Reader.Status.PENDING);
    assertThat(tasks(activation)).hasSize(1);

    assertThat(activations.approve(activation.id(), LIBRARIAN)).isEqualTo(Approved.DONE);

    assertThat(readers.get(reader).isActive()).isTrue();
    assertThat(people.activation(reader).decidedBy()).isEqualTo(LIBRARIAN);
    assertThat(tasks(activation)).isEmpty();
    assertThat(instances(activation)).isZero();
  }

  @Test
  void referredRefusedAndAskedForAgain() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    Activation first = people.activation(reader);

    assertThat(activations.refuse(first.id(), LIBRARIAN, "請先更新您的讀者資料")).isTrue();
    assertThat(readers.get(reader).status()).isEqualTo(Reader.Status.REFUSED);
    assertThat(people.activation(reader).reason()).isEqualTo("請先更新您的讀者資料");
    assertThat(tasks(first)).isEmpty();

    clock.advance(Duration.ofMinutes(1));
    assertThat(people.submit(reader)).isEqualTo(Submitted.REFERRED);
    assertThat(activations.of(reader)).hasSize(2);
    assertThat(activations.approve(people.activation(reader).id(), LIBRARIAN))
        .isEqualTo(Approved.DONE);
    assertThat(readers.get(reader).isActive()).isTrue();
  }

  @Test
  void grantedAtOnceForTheIdentityThatTheSchoolNames() {
    UUID professor = people.signedIn(new SchoolCode("NTUT"), 6);

    assertThat(people.submit(professor)).isEqualTo(Submitted.GRANTED);

    assertThat(readers.get(professor).isActive()).isTrue();
    assertThat(people.activation(professor).decidedBy()).isNull();
    assertThat(instances(people.activation(professor))).isZero();
  }

  @Test
  void decidedOnceOnly() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    UUID activation = people.activation(reader).id();

    assertThat(activations.approve(activation, LIBRARIAN)).isEqualTo(Approved.DONE);

    assertThat(activations.refuse(activation, COLLEAGUE, "晚了一步")).isFalse();
    assertThat(activations.approve(activation, COLLEAGUE)).isEqualTo(Approved.ALREADY_DECIDED);
    assertThat(readers.get(reader).isActive()).isTrue();
  }

  @Test
  void submittedTwiceIsOneTask() {
    UUID reader = people.student(SCHOOL);

    assertThat(people.submit(reader)).isEqualTo(Submitted.REFERRED);
    assertThat(people.submit(reader)).isEqualTo(Submitted.NOT_NEEDED);

    assertThat(activations.of(reader)).hasSize(1);
    assertThat(tasks(people.activation(reader))).hasSize(1);
  }

  @Test
  void nothingHappensWhenTheLibraryCannotBeAsked() {
    UUID reader = people.student(SCHOOL);
    standin.setUnavailable(SCHOOL, true);
    try {
      assertThat(people.submit(reader)).isEqualTo(Submitted.CANNOT_ASK);
    } finally {
      standin.setUnavailable(SCHOOL, false);
    }
    assertThat(activations.of(reader)).isEmpty();
    assertThat(readers.get(reader).status()).isEqualTo(Reader.Status.NOT_ACTIVATED);
  }

  @Test
  void noApprovalWhenTheLibraryCannotBeAsked() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    Activation activation = people.activation(reader);
    standin.setUnavailable(SCHOOL, true);
    try {
      assertThat(activations.approve(activation.id(), LIBRARIAN)).isEqualTo(Approved.CANNOT_ASK);
    } finally {
      standin.setUnavailable(SCHOOL, false);
    }
    assertThat(readers.get(reader).status()).isEqualTo(Reader.Status.PENDING);
    assertThat(tasks(activation)).hasSize(1);
    assertThat(activations.refuse(activation.id(), LIBRARIAN, "請先更新您的讀者資料")).isTrue();
  }

  @Test
  void consentAndDecisionAreKept() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);

    Consent consent = readers.get(reader).consent();
    assertThat(consent).isNotNull().extracting(Consent::privacyVersion).isEqualTo(People.PRIVACY);
    assertThat(decisions.find(people.activation(reader).decision()))
        .get()
        .satisfies(kept -> assertThat(kept.outcome()).isEqualTo(Decision.Outcome.REFERRED))
        .satisfies(kept -> assertThat(kept.reasons().get(0).rule()).isEqualTo("開通審核"));
  }

  @Test
  void claimedByOneAndLeftAloneByTheOther() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    String task = tasks(people.activation(reader)).get(0).id();

    assertThat(inbox.claim(SCHOOL, task, LIBRARIAN)).isEqualTo(Inbox.Claim.DONE);
    assertThat(inbox.claim(SCHOOL, task, COLLEAGUE)).isEqualTo(Inbox.Claim.SOMEBODY_ELSES);
    assertThat(inbox.release(SCHOOL, task, COLLEAGUE)).isEqualTo(Inbox.Claim.SOMEBODY_ELSES);
    assertThat(inbox.mayDecide(SCHOOL, task, COLLEAGUE)).isEqualTo(Inbox.Claim.SOMEBODY_ELSES);
    assertThat(inbox.mayDecide(SCHOOL, task, LIBRARIAN)).isEqualTo(Inbox.Claim.DONE);

    assertThat(inbox.release(SCHOOL, task, LIBRARIAN)).isEqualTo(Inbox.Claim.DONE);
    assertThat(inbox.claim(SCHOOL, task, COLLEAGUE)).isEqualTo(Inbox.Claim.DONE);
  }

  @Test
  void anotherSchoolsTaskIsNoTask() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    String task = tasks(people.activation(reader)).get(0).id();

    assertThat(inbox.find(new SchoolCode("NTUT"), task)).isEmpty();
    assertThat(inbox.claim(new SchoolCode("NTUT"), task, "librarian.ntut"))
        .isEqualTo(Inbox.Claim.GONE);
  }

  @Test
  void aFailureAfterTheEngineTakesEverythingBack() {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    Activation activation = people.activation(reader);

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      activations.refuse(activation.id(), LIBRARIAN, "請先更新您的讀者資料");
                      throw new IllegalStateException("after the engine");
                    }))
        .hasMessage("after the engine");

    assertThat(readers.get(reader).status()).isEqualTo(Reader.Status.PENDING);
    assertThat(tasks(activation)).hasSize(1);
  }

  private List<Inbox.Task> tasks(Activation activation) {
    return inbox.open(SCHOOL).stream()
        .filter(task -> task.subject().equals(activation.id()))
        .toList();
  }

  private long instances(Activation activation) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(activation.id().toString())
        .count();
  }
}
