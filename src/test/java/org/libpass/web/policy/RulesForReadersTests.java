package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.libpass.card.Cards;
import org.libpass.policy.RuleTexts;
import org.libpass.reader.Activations;
import org.libpass.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A changed rule on the pages that readers see. */
class RulesForReadersTests extends PublishedRules {

  private static final String BY_IDENTITY =
      """
      rule "教師使用天數"
      when  Application()  Reader( identity in ("專任教師", "兼任教師") )
      then  limits.validDays(9);
      end

      rule "眷屬不發證"
      when  Application()  Reader( identity == "眷屬" )
      then  decision.refuse("family", "本校眷屬請至櫃台辦理。", "Please ask at the desk.");
      end

      rule "研究生借期"
      when  Lending()  Reader( identity == "研究生" )
      then  limits.loanDays(33);
      end
      """;

  @Autowired People people;
  @Autowired Cards cards;
  @Autowired Activations activations;

  private Document rules(String query) throws Exception {
    return Jsoup.parse(
        open("/rules?school=" + SCHOOL + query).andReturn().getResponse().getContentAsString());
  }

  private static Element row(Document page, String region, String identity) {
    return page.select(".scroll[aria-label=" + region + "] tbody tr").stream()
        .filter(row -> row.select("th").text().contains(identity))
        .findFirst()
        .orElseThrow(() -> new AssertionError(identity + " in " + page.text()));
  }

  @Test
  void theRulesPageShowsWhatEachKindOfReaderGets() throws Exception {
    published(new RuleTexts(BY_IDENTITY, "", ""), "依身分");
    Document page = rules("");
    assertThat(row(page, "不同身分的數字", "專任教師").text()).contains("兼任教師").contains("9 天");
    assertThat(row(page, "不同身分的數字", "大學部學生").text()).contains("3 天");
    assertThat(row(page, "不同身分的數字", "眷屬").text()).contains("不能申請").contains("本校眷屬請至櫃台辦理。");
    assertThat(row(page, "不同身分的別校讀者", "研究生").text()).contains("33 天");
    assertThat(row(page, "不同身分的別校讀者", "校友").text()).contains("21 天");
    assertThat(row(rules("&lang=en"), "Figures by kind of reader", "Full-time teacher").text())
        .contains("9 days");
  }

  @Test
  void whereAllGetTheSameNoTableIsShown() throws Exception {
    assertThat(rules("").select(".scroll")).isEmpty();
    assertThat(rules("").text()).contains("各種身分的讀者都一樣。");
  }

  @Test
  void aFormThatWasOpenWhenTheRulesChangedSaysWhatChanged() throws Exception {
    UUID id = people.signedIn(SCHOOL, 1871);
    people.activated(id);
    Cookie session = reader(SCHOOL.value(), "hsc1871");
    String seen = seen(session);
    published(days(6), "延長");

    send(session, seen)
        .andExpect(answer -> assertThat(answer.getResponse().getStatus()).isEqualTo(409))
        .andExpect(content().string(containsString("申請還沒有送出")))
        .andExpect(content().string(containsString("<del>3 天</del>")))
        .andExpect(content().string(containsString("<ins>6 天</ins>")))
        .andExpect(content().string(containsString("<del>2026-11-26（四）</del>")))
        .andExpect(content().string(containsString("<ins>2026-11-29（日）</ins>")))
        .andExpect(content().string(not(containsString("一張證合計可借</dt>"))));
    assertThat(cards.ofReader(id)).isEmpty();

    send(session, seen(session)).andExpect(redirectedUrlPattern("/me/cards/HSC-*"));
    cards.cancel(cards.ofReader(id).get(0).id());
  }

  @Test
  void anActivationThatWasOpenWhenTheRulesChangedSaysWhatChanged() throws Exception {
    UUID id = people.signedIn(SCHOOL, 1872);
    Cookie session = reader(SCHOOL.value(), "hsc1872");
    String seen = Jsoup.parse(body(session, "/me/activation")).select("[name=seen]").val();
    published(new RuleTexts(BY_IDENTITY + days(2).rules(), "", ""), "縮短");
    mvc.perform(
            post("/me/activation")
                .cookie(session)
                .param("email", "ming@example.org")
                .param("phone", "0912345678")
                .param("seen", seen)
                .with(csrf()))
        .andExpect(answer -> assertThat(answer.getResponse().getStatus()).isEqualTo(409))
        .andExpect(content().string(containsString("請再讀一次")))
        .andExpect(content().string(containsString("<ins>2 天</ins>")))
        .andExpect(content().string(containsString("本校眷屬請至櫃台辦理。")));
    assertThat(activations.of(id)).isEmpty();
  }

  private String body(Cookie session, String page) throws Exception {
    return open(page, session).andReturn().getResponse().getContentAsString();
  }

  private String seen(Cookie session) throws Exception {
    return Jsoup.parse(body(session, "/me/cards/new")).select("[name=seen]").val();
  }

  private ResultActions send(Cookie session, String seen) throws Exception {
    return mvc.perform(
        post("/me/cards/new")
            .cookie(session)
            .param("email", "ming@example.org")
            .param("phone", "0912345678")
            .param("seen", seen)
            .with(csrf()));
  }
}
