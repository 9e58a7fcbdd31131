package org.libpass.web.policy;

import java.util.Optional;
import org.libpass.policy.RuleOwner;
import org.libpass.web.NotHereException;
import org.libpass.web.security.PathArgument;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Gives handlers the owner in their path, after asking {@link PolicyAccess}. */
@Component
class OwnerResolver extends PathArgument {

  private final PolicyAccess access;

  OwnerResolver(PolicyAccess access) {
    super("owner");
    this.access = access;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(MayRead.class)
        || parameter.hasParameterAnnotation(MayChange.class);
  }

  @Override
  protected RuleOwner find(MethodParameter parameter, StaffPrincipal account, String name) {
    boolean change = parameter.hasParameterAnnotation(MayChange.class);
    Optional<RuleOwner> owner =
        change ? access.changeable(account, name) : access.readable(account, name);
    return owner.orElseThrow(() -> notTheirs(change ? "policy.edit.not-yours" : "policy.not-here"));
  }

  /**
   * @param sentence the message key of what to say
   */
  static NotHereException notTheirs(String sentence) {
    return new NotHereException(sentence, "/policy", "policy.back");
  }
}
