package org.libpass.process;

import java.util.UUID;
import org.libpass.circulation.CirculationProcess;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** Lets disagreements, waiting slots and silent library systems wait for librarians. */
@Component
class EngineCirculationProcess implements CirculationProcess {

  private final OneTask tasks;

  EngineCirculationProcess(OneTask tasks) {
    this.tasks = tasks;
  }

  @Override
  public void disagreed(UUID disagreement, SchoolCode lender) {
    tasks.begin("disagreement", disagreement, lender);
  }

  @Override
  public void settled(UUID disagreement) {
    tasks.end(Inbox.Kind.DISAGREEMENT, disagreement);
  }

  @Override
  public void slotsWait(UUID release, SchoolCode homeSchool, SchoolCode lender) {
    tasks.begin("slot-release", release, homeSchool, lender);
  }

  @Override
  public void slotsGo(UUID release) {
    tasks.end(Inbox.Kind.RELEASE, release);
  }

  @Override
  public void fellSilent(UUID silence, SchoolCode school) {
    tasks.begin("connection-trouble", silence, school);
  }

  @Override
  public void answersAgain(UUID silence) {
    tasks.end(Inbox.Kind.CONNECTION, silence);
  }
}
