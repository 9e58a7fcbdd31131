package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.ils.sip2.ScriptedPeer.Wire;
import org.libpass.ils.sip2.Sip2Settings.FieldMap;

/** What came from other libraries, in a field that the standard does not know. */
class RequestsFieldTests {

  private static final String DATE = "20261123    090000";
  private static final String REPLY =
      "64" + " ".repeat(14) + "001" + DATE + "0000".repeat(6) + "AOTST|AA7|AE王小明|BLY|";

  private final List<String> itemsAsked = new ArrayList<>();

  @Test
  void aBarcodeGoesByItsTitleAndWordsStayWords() throws Exception {
    assertThat(requests("ZR", "ZR B0009 |ZR|ZR老殘遊記（影印本）|ZRB0010|ZRsee the desk|"))
        .containsExactly("航海日記", "老殘遊記（影印本）", "B0010", "see the desk");
    assertThat(itemsAsked).containsExactly("B0009", "B0010");
  }

  @Test
  void asksOfTenAtMost() throws Exception {
    assertThat(requests("ZR", "ZRB0009|".repeat(12))).hasSize(12);
    assertThat(itemsAsked).hasSize(10);
  }

  @Test
  void noneIsReadWhereNoFieldIsSet() throws Exception {
    assertThat(requests(null, "ZRB0009|")).isEmpty();
    assertThat(itemsAsked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Z", "ZRR", "ZR#2", "Z|"})
  void theFieldIsTwoLettersOrDigits(String field) {
    assertThatThrownBy(() -> FieldMap.DEFAULT.withRequests(field))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> requests(String field, String sent) throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(wire -> serve(wire, sent))) {
      Sip2Settings settings = Dialects.simple(peer.port());
      FieldMap fields = settings.fields().withRequests(field);
      return Dialects.ils(settings.with(fields)).patron(Dialects.SCHOOL, "7").requests();
    }
  }

  /** Knows one item, B0009. */
  private void serve(Wire wire, String sent) throws Exception {
    for (String asked = wire.read(); asked != null; asked = wire.read()) {
      if (asked.startsWith("63")) {
        wire.answer(asked, wired(REPLY + sent));
        continue;
      }
      String barcode = asked.replaceAll(".*\\|AB([^|]*)\\|.*", "$1");
      itemsAsked.add(barcode);
      String title = barcode.equals("B0009") ? "航海日記" : "";
      wire.answer(asked, wired("18080201" + DATE + "AB" + barcode + "|AJ" + title + "|"));
    }
  }

  /** As the bytes that the peer writes. */
  private static String wired(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
