package org.libpass.web.librarian;

import java.util.Objects;
import org.libpass.card.Card;
import org.libpass.card.CardNumber;
import org.libpass.card.Cards;
import org.libpass.web.NotHereException;
import org.libpass.web.security.PathArgument;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Gives handlers the card in their path; one of which the school has no part is none. */
@Component
class CardResolver extends PathArgument {

  private final Cards cards;

  CardResolver(Cards cards) {
    super("number");
    this.cards = cards;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(CardInPath.class);
  }

  @Override
  protected Card find(MethodParameter parameter, StaffPrincipal librarian, String name) {
    CardInPath wanted = Objects.requireNonNull(parameter.getParameterAnnotation(CardInPath.class));
    return CardNumber.parse(name)
        .flatMap(cards::find)
        .filter(card -> wanted.as().isOf(librarian.ownSchool(), card))
        .orElseThrow(CardResolver::notHere);
  }

  static NotHereException notHere() {
    return new NotHereException("staff.card.not-here", "/cards", "staff.card.back");
  }
}
