package org.libpass.web.security;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives handlers what their path names, once it is known that the account may have it. A handler
 * can't forget to ask, since it gets nothing else.
 */
public abstract class PathArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final String variable;

  /**
   * @param variable the path's variable, such as {@code number}
   */
  protected PathArgument(String variable) {
    this.variable = variable;
  }

  /**
   * What the path names.
   *
   * @param parameter of the handler, whose annotation says what the account wants to do with it
   * @param name as it stands in the path
   * @throws RuntimeException an exception that the pages have an answer for, if there is no such
   *     thing for the account
   */
  protected abstract Object find(MethodParameter parameter, StaffPrincipal account, String name);

  @Override
  public final void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public final Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return find(parameter, account(), name(request));
  }

  private static StaffPrincipal account() {
    return (StaffPrincipal)
        Objects.requireNonNull(
            Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                .getPrincipal());
  }

  private String name(NativeWebRequest request) {
    Map<?, ?> path =
        (Map<?, ?>)
            Objects.requireNonNull(
                request.getAttribute(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                    RequestAttributes.SCOPE_REQUEST));
    return String.valueOf(path.get(variable));
  }
}
