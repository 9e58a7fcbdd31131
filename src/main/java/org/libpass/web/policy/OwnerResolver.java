package org.libpass.web.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libpass.policy.RuleOwner;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers the owner in their path, after asking {@link PolicyAccess}. */
@Component
class OwnerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final PolicyAccess access;

  OwnerResolver(PolicyAccess access) {
    this.access = access;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(MayRead.class)
        || parameter.hasParameterAnnotation(MayChange.class);
  }

  @Override
  public RuleOwner resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    StaffPrincipal account = account();
    boolean change = parameter.hasParameterAnnotation(MayChange.class);
    Optional<RuleOwner> owner =
        change
            ? access.changeable(account, name(request))
            : access.readable(account, name(request));
    return owner.orElseThrow(
        () -> new NotTheirsException(change ? "policy.edit.not-yours" : "policy.not-here"));
  }

  private static StaffPrincipal account() {
    return (StaffPrincipal)
        Objects.requireNonNull(
            Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getPrincipal());
  }

  private static String name(NativeWebRequest request) {
    Map<?, ?> path =
        (Map<?, ?>)
            Objects.requireNonNull(
                request.getAttribute(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                    RequestAttributes.SCOPE_REQUEST));
    return String.valueOf(path.get("owner"));
  }
}
