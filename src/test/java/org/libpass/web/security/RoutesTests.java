package org.libpass.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.web.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The doors: what is open to all, where visitors sign in, and what does not exist. Who opens which
 * page is in {@link RouteRightsTests}.
 */
class RoutesTests extends PageTest {

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/staff/sign-in",
        "/rules",
        "/privacy",
        "/closed-days",
        "/news",
        "/faq",
        "/guide",
        "/catalogues",
        "/contacts",
        "/accessibility"
      })
  void openPagesAreOpenToAll(String page) throws Exception {
    open(page).andExpect(status().isOk());
    open(page, new Cookie("libpass-language", "en")).andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/me/profile", "/me/cards/new"})
  void readersPagesAskVisitorsToSignIn(String page) throws Exception {
    open(page).andExpect(redirectedUrl("/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inbox", "/desk", "/cards", "/cards/CUTE-1-20131107112934", "/policy"})
  void staffPagesAskVisitorsToSignIn(String page) throws Exception {
    open(page).andExpect(redirectedUrl("/staff/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nope", "/actuator/env", "/actuator", "/h2-console", "/.git/config"})
  void whatIsNotInTheTableDoesNotExist(String path) throws Exception {
    open(path).andExpect(status().isNotFound());
    open(path, reader("NTUT", "ntut001")).andExpect(status().isNotFound());
  }

  @Test
  void healthIsForAll() throws Exception {
    open("/actuator/health").andExpect(status().isOk());
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    mvc.perform(
            post("/sign-in")
                .param("school", "NTUT")
                .param("account", "ntut001")
                .param("password", "demo"))
        .andExpect(status().isForbidden());
    mvc.perform(post("/sign-out").cookie(reader("NTUT", "ntut001")).with(csrf().useInvalidToken()))
        .andExpect(status().isForbidden());
  }

  @Test
  void everyAnswerCarriesTheHeaders() throws Exception {
    open("/")
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
        .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self';")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().exists("Referrer-Policy"))
        .andExpect(header().exists("Permissions-Policy"));
  }

  @Test
  void everyPageOfTheProductIsInTheTable() {
    List<String> paths =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .map(pattern -> pattern.replaceAll("\\{[^}]+}", "x"))
            .toList();
    assertThat(paths).isNotEmpty().allMatch(RoutesTests::isInTheTable, "is in the table of Routes");
  }

  private static boolean isInTheTable(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return Routes.isClosed(path)
        || Stream.concat(Routes.OPEN.stream(), Routes.DEMO.stream())
            .map(PathPatternParser.defaultInstance::parse)
            .anyMatch(pattern -> pattern.matches(parsed));
  }
}
