package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libpass.ils.sip2.Sip2Exception.Problem;
import org.libpass.ils.sip2.Sip2Settings.Place;

class MessageTests {

  @Test
  void readsFieldsInAnyOrderWithAnEmptyOneAndWithoutALastBar() throws Sip2Exception {
    Fields fields = message("94xBV12|AAa|||AU|AF1|AF|AF3").fields(3);
    assertThat(fields.only("AA")).isEqualTo("a");
    assertThat(fields.only("BV")).isEqualTo("12");
    assertThat(fields.only("CQ")).isNull();
    assertThat(fields.all("AU")).isEmpty();
    assertThat(fields.all("AF")).containsExactly("1", "3");
    assertThat(fields.at(List.of(Place.of("AF#2"), Place.of("XX"), Place.of("AF#3"))))
        .isEqualTo("3");
    assertThat(fields.at(List.of(Place.of("AF#9")))).isNull();
  }

  @Test
  void cutsTheTrailerByPositionWithOrWithoutABarBeforeIt() throws Sip2Exception {
    for (String text : List.of("94xAFa|AY7AZ", "94xAFaAY7AZ")) {
      Message message = message(ScriptedPeer.Wire.summed(text));
      assertThat(message.sequence()).isEqualTo(7);
      assertThat(message.fields(3).all("AF")).containsExactly("a");
    }
  }

  @Test
  void takesAChecksumInSmallLetters() throws Sip2Exception {
    String large = ScriptedPeer.Wire.summed("94xAFjklmno|AY7AZ");
    String small =
        large.substring(0, large.length() - 4) + large.substring(large.length() - 4).toLowerCase();
    assertThat(small).isNotEqualTo(large);
    assertThat(message(small).sequence()).isEqualTo(7);
  }

  @Test
  void addsUpBytesAndNotCharacters() throws Sip2Exception {
    byte[] bytes = "94xAE育|AY0AZ".getBytes(Dialects.BIG5);
    String summed = String.format("%04X", Checksum.of(bytes, bytes.length));
    Message message = Message.of(("94xAE育|AY0AZ" + summed).getBytes(Dialects.BIG5), Dialects.BIG5);
    assertThat(message.fields(3).only("AE")).isEqualTo("育");
  }

  @Test
  void decodesBeforeItSplits() throws Sip2Exception {
    byte[] bytes = "94xAE體育育|BLY|".getBytes(Dialects.BIG5);
    Fields fields = Message.of(bytes, Dialects.BIG5).fields(3);
    assertThat(fields.only("AE")).isEqualTo("體育育");
    assertThat(fields.yesOrNo("BL")).isTrue();
  }

  @Test
  void refusesWhatIsNotOfTheCharset() {
    assertProblem(
        Problem.CHARSET, new byte[] {'9', '4', '1', 'A', 'F', (byte) 0xA8}, Dialects.BIG5);
    byte[] big5 = "941AF育|".getBytes(Dialects.BIG5);
    assertProblem(Problem.CHARSET, big5, StandardCharsets.UTF_8);
  }

  @Test
  void refusesARepeatedFieldThatDecidesInEveryMessage() {
    for (String code : List.of("AA", "AB", "BL", "CQ")) {
      assertThatThrownBy(() -> message("94x" + code + "Y|AFa|" + code + "|").fields(3))
          .isInstanceOfSatisfying(
              Sip2Exception.class,
              failure -> assertThat(failure.problem()).isEqualTo(Problem.REPEATED));
    }
  }

  @Test
  void keepsNoPasswordThatComesBack() throws Sip2Exception {
    Fields fields = message("94xAAa|ADgeheim|COgeheim|").fields(3);
    assertThat(fields.only("AD")).isNull();
    assertThat(fields.all("CO")).isEmpty();
    assertThat(fields.toString()).doesNotContain("geheim");
  }

  @Test
  void readsBlankNumbersAsUnknown() throws Sip2Exception {
    Message message = message("0012    12  ");
    assertThat(message.number(0, 4)).isEqualTo(12);
    assertThat(message.number(4, 4)).isNull();
    assertThat(message.number(6, 4)).isEqualTo(12);
    assertThatThrownBy(() -> message.number(9, 4)).isInstanceOf(Sip2Exception.class);
  }

  private static Message message(String text) throws Sip2Exception {
    return Message.of(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static void assertProblem(Problem problem, byte[] bytes, Charset charset) {
    assertThatThrownBy(() -> Message.of(bytes, charset))
        .isInstanceOfSatisfying(
            Sip2Exception.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }
}
