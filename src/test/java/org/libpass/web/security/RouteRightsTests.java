package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libpass.web.PageTest;
import org.libpass.web.security.Rights.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route by every role: who is not granted a page is refused it. */
class RouteRightsTests extends PageTest {

  private static final List<Rights> TABLE = Rights.table();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyRouteIsEnteredInTheTable() {
    assertThat(without(Rights.routes(mappings), Rights.routes(TABLE)))
        .as("enter new routes in Rights, with who may open them and whose data they show")
        .isEmpty();
    assertThat(without(Rights.routes(TABLE), Rights.routes(mappings))).as("gone").isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @ParameterizedTest
  @EnumSource
  void opensWhatIsGrantedAndNothingElse(Role role) throws Exception {
    Cookie session = session(role);
    SoftAssertions every = new SoftAssertions();
    for (Rights route : TABLE) {
      boolean granted = route.roles().contains(role);
      if (granted && !route.method().equals(HttpMethod.GET)) {
        continue; // its own tests send it: here it would do something
      }
      MockHttpServletResponse answer = ask(route, session);
      every
          .assertThat(isRefused(answer, role))
          .as("%s %s refused to %s (%d)", route.method(), route.path(), role, answer.getStatus())
          .isEqualTo(!granted);
    }
    every.assertAll();
  }

  private MockHttpServletResponse ask(Rights route, @Nullable Cookie session) throws Exception {
    MockHttpServletRequestBuilder asked =
        request(route.method(), route.with(Map.of())).with(csrf());
    if (session != null) {
      asked.cookie(session);
    }
    return mvc.perform(asked).andReturn().getResponse();
  }

  private static boolean isRefused(MockHttpServletResponse answer, Role role) {
    String to = String.valueOf(answer.getRedirectedUrl());
    return role == Role.VISITOR
        ? to.equals("/sign-in") || to.equals("/staff/sign-in")
        : answer.getStatus() == 403;
  }

  private @Nullable Cookie session(Role role) throws Exception {
    return switch (role) {
      case VISITOR -> null;
      case READER -> reader("NTUT", "ntut001");
      case LIBRARIAN -> staff("librarian.ntut");
      case POLICY -> staff("policy.ntut");
      case ALLIANCE -> staff("alliance");
    };
  }
}
