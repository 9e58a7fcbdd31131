package org.libpass.ils.sip2;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.libpass.ils.sip2.FrameReader.BeforeRead;
import org.libpass.ils.sip2.Request.Field;
import org.libpass.ils.sip2.Sip2Exception.Problem;

/**
 * The login of systems that treat us like somebody at a terminal: they ask {@code login:} and
 * {@code password:}, with no end of line behind it, and say a line when they let us in. Only then
 * does SIP2 begin.
 */
final class PromptedLogin {

  private static final String USER = "login:";
  private static final String PASSWORD = "password:";
  private static final int LONGEST = 1024;

  private final FrameReader in;
  private final OutputStream out;
  private final Sip2Settings settings;

  PromptedLogin(FrameReader in, OutputStream out, Sip2Settings settings) {
    this.in = in;
    this.out = out;
    this.settings = settings;
  }

  /**
   * Answers the prompts; false when user or password are not right.
   *
   * @param patience for all of it
   */
  boolean isLetIn(Sip2Settings.Login login, BeforeRead patience)
      throws IOException, Sip2Exception, NotSendable {
    byte[] user = RequestWriter.encode(new Field("CN", login.user()), settings.dialect().charset());
    byte[] password =
        RequestWriter.encode(Field.secret("CO", login.password()), settings.dialect().charset());
    awaitPrompt(USER, patience);
    say(user);
    awaitPrompt(PASSWORD, patience);
    say(password);
    return !soundsRefused(line(patience));
  }

  private void awaitPrompt(String prompt, BeforeRead patience) throws IOException, Sip2Exception {
    StringBuilder said = new StringBuilder();
    while (!said.toString().toLowerCase(Locale.ROOT).endsWith(prompt)) {
      said.append(next(said, patience));
    }
  }

  /** The first line that has something in it, or the prompt that comes instead. */
  private String line(BeforeRead patience) throws IOException, Sip2Exception {
    StringBuilder said = new StringBuilder();
    while (true) {
      char next = next(said, patience);
      boolean ends = next == '\r' || next == '\n';
      if (ends && !said.toString().isBlank()) {
        return said.toString();
      }
      said.append(ends ? ' ' : next);
      if (said.toString().toLowerCase(Locale.ROOT).endsWith(USER)) {
        return said.toString();
      }
    }
  }

  private char next(StringBuilder said, BeforeRead patience) throws IOException, Sip2Exception {
    if (said.length() > LONGEST) {
      throw new Sip2Exception(Problem.TOO_LONG, "no prompt for the login in what it says");
    }
    return in.nextByte(patience);
  }

  /** What is mistaken for a welcome here is found out at the first message. */
  private static boolean soundsRefused(String line) {
    String said = line.toLowerCase(Locale.ROOT);
    return said.endsWith(USER)
        || said.contains("invalid")
        || said.contains("incorrect")
        || said.contains("denied")
        || said.contains("fail");
  }

  private void say(byte[] value) throws IOException {
    out.write(value);
    out.write(settings.dialect().terminator().text().getBytes(settings.dialect().charset()));
    out.flush();
  }
}
