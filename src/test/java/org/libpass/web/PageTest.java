package org.libpass.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Pages as a visitor's browser asks for them, in Chinese unless told otherwise. */
@LibpassTest
@OnH2
@AutoConfigureMockMvc
public abstract class PageTest {

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  @Autowired protected MockMvc mvc;

  /** An address from which nobody has tried anything yet. */
  protected static String freshAddress() {
    int next = ADDRESSES.incrementAndGet();
    return "10.1.%d.%d".formatted(next / 250, next % 250 + 1);
  }

  /** An account that nobody has tried yet. */
  protected static String freshAccount() {
    return "nobody" + UUID.randomUUID().toString().substring(0, 8);
  }

  protected ResultActions signIn(String school, String account, String password, String from)
      throws Exception {
    return mvc.perform(
        post("/sign-in")
            .param("school", school)
            .param("account", account)
            .param("password", password)
            .with(csrf())
            .with(
                request -> {
                  request.setRemoteAddr(from);
                  return request;
                }));
  }

  protected ResultActions signInAsStaff(String username, String password, String from)
      throws Exception {
    return mvc.perform(
        post("/staff/sign-in")
            .param("username", username)
            .param("password", password)
            .with(csrf())
            .with(
                request -> {
                  request.setRemoteAddr(from);
                  return request;
                }));
  }

  /** The cookie of a reader who has just signed in. */
  protected Cookie reader(String school, String account) throws Exception {
    return session(signIn(school, account, "demo", freshAddress()));
  }

  /** The cookie of a member of staff who has just signed in. */
  protected Cookie staff(String username) throws Exception {
    return session(signInAsStaff(username, "demo", freshAddress()));
  }

  protected static Cookie session(ResultActions signedIn) {
    Cookie cookie = signedIn.andReturn().getResponse().getCookie("libpass-session");
    if (cookie == null) {
      throw new AssertionError("Not signed in: " + signedIn.andReturn().getResponse().getStatus());
    }
    return cookie;
  }

  protected ResultActions open(String page, Cookie... cookies) throws Exception {
    MockHttpServletRequestBuilder request = get(page);
    return mvc.perform(cookies.length == 0 ? request : request.cookie(cookies));
  }
}
