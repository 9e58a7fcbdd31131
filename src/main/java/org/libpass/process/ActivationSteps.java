package org.libpass.process;

import org.flowable.engine.delegate.DelegateExecution;
import org.libpass.reader.Activation;
import org.libpass.reader.Activations;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What {@code activation-review} asks. Methods are added, never changed or removed: released
 * process texts call them.
 */
@Component
class ActivationSteps {

  private final Activations activations;

  ActivationSteps(@Lazy Activations activations) {
    this.activations = activations;
  }

  /** Whether the activation was granted. */
  public boolean isGranted(DelegateExecution execution) {
    return activations.get(CardSteps.id(execution)).state() == Activation.State.GRANTED;
  }
}
