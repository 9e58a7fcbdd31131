package org.libpass.web.librarian;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.libpass.message.Message;

/** What a librarian answers to another school's message. */
record AnswerForm(
    @NotBlank(message = "{inbox.message.required}")
        @Size(max = Message.LONGEST, message = "{inbox.message.too-long}")
        String text) {

  AnswerForm(@Nullable String text) {
    this.text = text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
