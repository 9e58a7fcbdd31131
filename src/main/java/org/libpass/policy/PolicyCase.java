package org.libpass.policy;

import java.time.LocalDate;
import java.util.List;
import org.libpass.policy.facts.Question;

/** One case, ready to be decided. */
record PolicyCase(Question question, LocalDate today, List<Object> facts) {}
