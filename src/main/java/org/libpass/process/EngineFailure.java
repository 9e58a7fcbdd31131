package org.libpass.process;

import org.flowable.common.engine.api.FlowableException;

/** The engine wraps what a step throws; the callers of the ports know only their own exceptions. */
final class EngineFailure {

  private EngineFailure() {}

  static void unwrapped(Runnable call) {
    try {
      call.run();
    } catch (FlowableException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
    }
  }
}
