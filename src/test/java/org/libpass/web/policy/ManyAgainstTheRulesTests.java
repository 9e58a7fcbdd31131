package org.libpass.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libpass.card.CardApplications.Answer;
import org.libpass.card.CardState;
import org.libpass.policy.RuleTexts;
import org.libpass.reader.Activations;
import org.libpass.reader.Reader;
import org.springframework.beans.factory.annotation.Autowired;

/** Of many tasks approved together, those that the rules object to are left to be looked at. */
class ManyAgainstTheRulesTests extends PublishedRules {

  private static final RuleTexts NOTHING = new RuleTexts("// 沒有自己的規則。\n", "", "");

  @Autowired Activations activations;

  private Cookie librarian;

  @BeforeEach
  void signIn() throws Exception {
    librarian = staff("librarian.hsc");
  }

  @Test
  void anActivationThatTheRulesWouldRefuseWaits() throws Exception {
    UUID reader = people.student(SCHOOL);
    people.submit(reader);
    UUID activation = people.activation(reader).id();
    published(rule("Activation", "refuse", "暑假不開通"), "放暑假");

    assertThat(approved(activation)).contains("沒有同意任何一件", "規則現在會拒絕", "暑假不開通");
    assertThat(readers.get(reader).status()).isEqualTo(Reader.Status.PENDING);

    activations.refuse(activation, "librarian.hsc", "開學再來");
  }

  @Test
  void anApplicationThatTheRulesWouldRefuseWaits() throws Exception {
    UUID reader = people.activeStudent(SCHOOL);
    published(rule("Application", "refer", "先請館員看"), "開學");
    Answer answer = applications.apply(reader);
    assertThat(answer).isInstanceOf(Answer.Referred.class);
    UUID application = ((Answer.Referred) answer).application();
    published(rule("Application", "refuse", "盤點不借"), "盤點");

    assertThat(approved(application)).contains("沒有同意任何一件", "規則現在會拒絕", "盤點不借");
    assertThat(cards.get(application).state()).isEqualTo(CardState.REFERRED);

    published(NOTHING, "盤點完了");
    assertThat(approved(application)).contains("同意了 1 件", readers.get(reader).name());
    assertThat(cards.get(application).state()).isEqualTo(CardState.ISSUED);
    cards.cancel(application);
  }

  private String approved(UUID subject) throws Exception {
    return next(librarian, send(librarian, "/inbox/approve", "task", task(SCHOOL, subject).id()));
  }

  private static RuleTexts rule(String question, String verb, String text) {
    String rule =
        "rule \"%s\" when %s() then decision.%s(\"own\", \"%s\", \"Not now\"); end%n"
            .formatted(text, question, verb, text);
    return new RuleTexts(rule, "", "");
  }
}
