package org.libpass.ils.sip2;

import java.nio.charset.Charset;
import org.libpass.ils.sip2.Sip2Exception.Problem;

/** Takes bytes for an answer only if they are the answer to what was asked. */
final class Answers {

  private Answers() {}

  /**
   * Reads an answer.
   *
   * @param frame the message without what ends it
   * @param sequence the digit that was sent; a system that never sends it back is put up with
   */
  static <R extends Reply> R read(byte[] frame, Charset charset, int sequence, Request<R> request)
      throws Sip2Exception {
    Message message = Message.of(frame, charset);
    Integer echoed = message.sequence();
    if (echoed != null && echoed != sequence) {
      throw new Sip2Exception(Problem.SEQUENCE, "answer to another request");
    }
    if (!message.code().equals(request.replyCode())) {
      // Also 96, "say that again": what comes after that may be an old answer.
      throw new Sip2Exception(Problem.WRONG_REPLY, "no answer to " + request.code());
    }
    return request.read(message);
  }
}
