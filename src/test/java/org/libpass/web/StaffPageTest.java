package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.libpass.card.Card;
import org.libpass.card.CardApplications;
import org.libpass.card.Cards;
import org.libpass.circulation.Desk;
import org.libpass.process.Inbox;
import org.libpass.process.Timers;
import org.libpass.reader.Readers;
import org.libpass.school.SchoolCode;
import org.libpass.testing.People;
import org.libpass.testing.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Staff pages as a browser sees them: what is posted, where it leads, what the next page says. */
public abstract class StaffPageTest extends PageTest {

  @Autowired protected People people;
  @Autowired protected Readers readers;
  @Autowired protected CardApplications applications;
  @Autowired protected Cards cards;
  @Autowired protected Desk desk;
  @Autowired protected Inbox inbox;
  @Autowired protected Timers timers;
  @Autowired protected TestTime time;

  /** Posts a form. Parameters are names and values in turn. */
  protected ResultActions send(Cookie session, String path, String... parameters) throws Exception {
    MockHttpServletRequestBuilder request = post(path).cookie(session).with(csrf());
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    return mvc.perform(request);
  }

  /** What a page shows. */
  protected String page(Cookie session, String path) throws Exception {
    return text(open(path, session));
  }

  /** What the page shows that a posted form leads to. */
  protected String next(Cookie session, ResultActions sent) throws Exception {
    String to = sent.andReturn().getResponse().getRedirectedUrl();
    assertThat(to).as("a redirect, not " + sent.andReturn().getResponse().getStatus()).isNotNull();
    return page(session, to);
  }

  protected static String text(ResultActions answer) throws Exception {
    answer.andReturn().getResponse().setCharacterEncoding("UTF-8");
    return answer.andReturn().getResponse().getContentAsString();
  }

  protected static int status(ResultActions answer) {
    return answer.andReturn().getResponse().getStatus();
  }

  /** The open task about a subject. */
  protected Inbox.Task task(SchoolCode school, UUID subject) {
    return inbox.open(school).stream()
        .filter(task -> task.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  /** A printed card of a new student of that school. */
  protected Card printedCard(SchoolCode home) {
    Card card = issuedCard(home);
    cards.print(card.id());
    return cards.get(card.id());
  }

  /** A card of a new student of that school, not printed. */
  protected Card issuedCard(SchoolCode home) {
    var answer = applications.apply(people.activeStudent(home));
    assertThat(answer).isInstanceOf(CardApplications.Answer.Issued.class);
    return ((CardApplications.Answer.Issued) answer).card();
  }
}
