package org.libpass.web.librarian;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.libpass.card.Card;
import org.libpass.school.SchoolCode;

/**
 * The card that a path's {@code {number}} names. The handler is called only if the librarian's
 * school has that part in it.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface CardInPath {

  Part as() default Part.ANY;

  /** What a school has to do with a card. */
  enum Part {
    /** One of the others: enough to see its own side of the card. */
    ANY {
      @Override
      boolean isOf(SchoolCode school, Card card) {
        return HOME.isOf(school, card) || LENDER.isOf(school, card);
      }
    },
    /** The card is its reader's. */
    HOME {
      @Override
      boolean isOf(SchoolCode school, Card card) {
        return card.school().equals(school);
      }
    },
    /** It has lent on the card. */
    LENDER {
      @Override
      boolean isOf(SchoolCode school, Card card) {
        return !card.loansOf(school).isEmpty();
      }
    };

    abstract boolean isOf(SchoolCode school, Card card);
  }
}
