package org.libpass.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Tells what is wrong with a form, a record, in the order of its fields, so that a page's summary
 * of errors reads from top to bottom; what is wrong with the form as a whole comes last.
 */
@Component
class FormValidator extends LocalValidatorFactoryBean {

  FormValidator(MessageSource messages) {
    setMessageInterpolator(new MessageInterpolatorFactory(messages).getObject());
  }

  @Override
  protected void processConstraintViolations(
      Set<ConstraintViolation<Object>> violations, Errors errors) {
    super.processConstraintViolations(
        violations.stream()
            .sorted(Comparator.comparingInt(FormValidator::place))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        errors);
  }

  private static int place(ConstraintViolation<Object> violation) {
    RecordComponent[] fields = violation.getRootBeanClass().getRecordComponents();
    Path.Node first = violation.getPropertyPath().iterator().next();
    List<String> names =
        fields == null ? List.of() : Arrays.stream(fields).map(RecordComponent::getName).toList();
    int place = names.indexOf(first.getName());
    return place < 0 ? names.size() : place;
  }
}
