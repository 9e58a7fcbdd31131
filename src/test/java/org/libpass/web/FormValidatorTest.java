package org.libpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

class FormValidatorTest {

  /** Fields in no order but their own. */
  record Form(
      @NotBlank String school,
      @NotBlank String account,
      @NotBlank String zip,
      @NotBlank String name,
      @NotBlank String email,
      @NotBlank String phone,
      @NotBlank String words) {

    @AssertTrue
    boolean isComplete() {
      return false;
    }
  }

  @Test
  void tellsWhatIsWrongInTheOrderOfTheFields() {
    FormValidator validator = new FormValidator(new StaticMessageSource());
    validator.afterPropertiesSet();
    Form form = new Form("", "", "", "", "", "", "");
    BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");

    validator.validate(form, errors);

    assertThat(errors.getFieldErrors())
        .extracting(FieldError::getField)
        .containsExactly("school", "account", "zip", "name", "email", "phone", "words", "complete");
  }
}
