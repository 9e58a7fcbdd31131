package org.libpass.web.librarian;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libpass.policy.KeptDecision;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kept decisions as pages show them. */
@Component
class DecisionViews {

  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * A kept decision.
   *
   * @param inputs what policy was told
   */
  record View(KeptDecision kept, List<Input> inputs) {

    /** Whether this school's lending desk sets a limit of its own. */
    public boolean limitedAtDesk() {
      return kept.limits().itemsAtDesk() != Integer.MAX_VALUE;
    }
  }

  /**
   * One field of a fact.
   *
   * @param name such as {@code School.openCards}
   * @param value as written in JSON; {@code null} stands for unknown
   */
  record Input(String name, String value) {}

  View of(KeptDecision kept) {
    return new View(kept, inputs(kept.inputs()));
  }

  private List<Input> inputs(String text) {
    List<Input> inputs = new ArrayList<>();
    try {
      collect("", json.readTree(text), inputs);
    } catch (JacksonException notJson) {
      inputs.add(new Input("", text));
    }
    return inputs;
  }

  private static void collect(String path, JsonNode node, List<Input> inputs) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        collect(
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
            field.getValue(),
            inputs);
      }
    } else if (node.isArray()) {
      for (JsonNode entry : node) {
        collect(path, entry, inputs);
      }
    } else {
      inputs.add(new Input(path, node.isNull() ? "null" : node.asString()));
    }
  }
}
