package org.libpass.ils.sip2;

import java.util.List;
import org.libpass.ils.ConnectionCheck;
import org.libpass.ils.ConnectionTrouble;
import org.libpass.ils.IlsUnavailable;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.school.SchoolCode;
import org.springframework.stereotype.Component;

/** Runs the list on a connection of its own, and ends the resting of a system that answers. */
@Component
class Sip2ConnectionCheck implements ConnectionCheck {

  private final Sip2Lines lines;

  Sip2ConnectionCheck(Sip2Lines lines) {
    this.lines = lines;
  }

  @Override
  public List<Finding> run(SchoolCode school, String account, String password, List<String> slots)
      throws IlsUnavailable {
    Sip2Line line = lines.to(school);
    CheckRun run =
        new CheckRun(
            line.settings(),
            new Patron(account.strip(), new Secret(password), line.settings().dialect().aliases()),
            slots);
    try {
      line.tried(
          connection -> {
            run.on(connection);
            return run;
          });
      line.health().heal();
    } catch (Sip2Exception failure) {
      ended(run, failure.problem(), line.health());
    } catch (NotSendable ours) {
      ended(run, Problem.SETTINGS, line.health());
    }
    return run.findings();
  }

  private static void ended(CheckRun run, Problem problem, LineHealth health) {
    run.fail(problem);
    ConnectionTrouble trouble = problem.trouble();
    if (trouble != null) {
      health.seenFailing(trouble);
    }
  }
}
