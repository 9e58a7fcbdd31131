package org.libpass.ils.sip2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libpass.ils.sip2.PatronInformation.ItemList;

/**
 * Mutated and random bytes against the parser: always a typed reply or a typed failure, and a reply
 * only if a second, simpler reading of the same bytes agrees that it is about whom was asked.
 */
@Timeout(1800)
class ParserFuzzTests {

  static final long SEED = 20261123;
  static final int COUNT = Boolean.getBoolean("libpass.long") ? 2_000_000 : 40_000;

  static final List<String> TOKENS =
      List.of(
          "|",
          "||",
          "AA",
          "|AAtst001|",
          "|AAtst002|",
          "|BLY|",
          "|BLN|",
          "|CQY|",
          "|CQN|",
          "|CQ|",
          "|AUX|",
          "AY0AZ",
          "AY2AZFFFF",
          "\r",
          "\n",
          "\t",
          "\0",
          "\u00A8\u007C",
          "\u00A8",
          "\u00FF",
          "64",
          "24",
          "96",
          " ",
          "Y",
          "0",
          "9999",
          "ABB0001|",
          "|AD9x-Kiefer|");

  /** A recorded reply with the request that it answers. */
  record Sample(Charset charset, int sequence, Request<?> request, byte[] frame) {}

  @Test
  void mutatedReplies() {
    List<Sample> samples = samples();
    assertThat(samples).hasSizeGreaterThan(40);
    SplittableRandom random = new SplittableRandom(SEED);
    int accepted = 0;
    for (int round = 0; round < COUNT; round++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      byte[] other = samples.get(random.nextInt(samples.size())).frame();
      byte[] frame = sample.frame();
      for (int times = random.nextInt(4); times >= 0; times--) {
        frame = mutated(frame, other, random);
      }
      if (random.nextBoolean()) {
        frame = summedAgain(frame, sample.sequence());
      }
      accepted += isAccepted(sample, frame, round) ? 1 : 0;
    }
    assertThat(accepted).as("some mutations hurt nothing").isGreaterThan(COUNT / 100);
    assertThat(accepted).as("most are refused").isLessThan(COUNT / 2);
  }

  @Test
  void randomBytes() {
    List<Sample> samples = samples();
    SplittableRandom random = new SplittableRandom(SEED + 1);
    int accepted = 0;
    for (int round = 0; round < COUNT; round++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      byte[] frame = new byte[random.nextInt(300)];
      for (int at = 0; at < frame.length; at++) {
        frame[at] =
            (byte) (random.nextInt(8) == 0 ? random.nextInt(256) : ' ' + random.nextInt(95));
      }
      byte[] code = sample.request().replyCode().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(code, 0, frame, 0, Math.min(2, frame.length));
      accepted += isAccepted(sample, frame, round) ? 1 : 0;
    }
    assertThat(accepted).as("only 94 is short enough to be hit by chance").isLessThan(COUNT / 50);
  }

  @Test
  void randomStreams() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    for (int round = 0; round < COUNT / 100; round++) {
      byte[] stream = new byte[random.nextInt(200_000)];
      int ends = random.nextInt(1, 50_000);
      for (int at = 0; at < stream.length; at++) {
        stream[at] = (byte) (random.nextInt(ends) == 0 ? '\r' : random.nextInt(256));
      }
      int taken = 0;
      FrameReader reader = new FrameReader(dripping(stream, random));
      try {
        while (true) {
          byte[] frame = reader.next(() -> {});
          assertThat(frame.length).isLessThanOrEqualTo(FrameReader.LONGEST);
          assertThat(contains(frame, "\r")).isFalse();
          taken += frame.length + 1;
          assertThat(taken).isLessThanOrEqualTo(stream.length);
        }
      } catch (Sip2Exception end) {
        assertThat(end.problem())
            .isIn(Sip2Exception.Problem.CLOSED, Sip2Exception.Problem.TOO_LONG);
      }
    }
  }

  private static boolean isAccepted(Sample sample, byte[] frame, int round) {
    try {
      Reply reply = Answers.read(frame, sample.charset(), sample.sequence(), sample.request());
      assertAgrees(sample, frame, reply, round);
      return true;
    } catch (Sip2Exception refused) {
      assertThat(refused.getMessage()).hasSizeLessThan(100).doesNotContain("tst00", "Kiefer");
      return false;
    } catch (RuntimeException broken) {
      throw new AssertionError("seed " + SEED + ", round " + round, broken);
    }
  }

  /** Reads the bytes again in another way, and compares what decides. */
  private static void assertAgrees(Sample sample, byte[] frame, Reply reply, int round) {
    String text = new String(frame, sample.charset());
    boolean summed = text.matches("(?s).*AY\\dAZ[0-9A-Fa-f]{4}");
    if (summed) {
      assertThat(text.charAt(text.length() - 7) - '0').isEqualTo(sample.sequence());
      text = text.substring(0, text.length() - 9);
    }
    List<String> parts = Arrays.asList(("|" + text.substring(fieldsFrom(reply))).split("\\|"));
    if (reply instanceof PatronInformation.Reply patron) {
      Patron asked = ((PatronInformation) sample.request()).patron();
      List<String> whom = parts.stream().filter(part -> part.startsWith("AA")).toList();
      assertThat(whom).as("round %d", round).containsExactly("AA" + patron.number());
      assertThat(patron.number().equals(asked.account()) || asked.alias() && summed)
          .as("round %d: never somebody else", round)
          .isTrue();
      assertThat(Boolean.TRUE.equals(patron.valid())).isEqualTo(isOnly(parts, "BL", "Y"));
      assertThat(Boolean.TRUE.equals(patron.passwordRight())).isEqualTo(isOnly(parts, "CQ", "Y"));
      String charged = text.substring(45, 49).strip();
      assertThat(patron.charged()).isEqualTo(charged.isEmpty() ? null : Integer.valueOf(charged));
      assertThat(patron.items()).hasSizeLessThanOrEqualTo(parts.size());
    } else if (sample.request() instanceof ItemInformation item) {
      assertThat(isOnly(parts, "AB", item.item())).isTrue();
    } else if (sample.request() instanceof Checkout checkout) {
      assertThat(isOnly(parts, "AB", checkout.item())).isTrue();
      assertThat(isOnly(parts, "AA", checkout.patron().account())).isTrue();
      assertThat(((Checkout.Reply) reply).ok()).isEqualTo("1Y".indexOf(text.charAt(2)) >= 0);
    } else if (sample.request() instanceof Checkin checkin) {
      assertThat(isOnly(parts, "AB", checkin.item())).isTrue();
    }
  }

  private static boolean isOnly(List<String> parts, String code, String value) {
    List<String> found = parts.stream().filter(part -> part.startsWith(code)).toList();
    return found.equals(List.of(code + value));
  }

  private static int fieldsFrom(Reply reply) {
    if (reply instanceof PatronInformation.Reply) {
      return 61;
    }
    return reply instanceof ItemInformation.Reply
        ? 26
        : reply instanceof Checkout.Reply || reply instanceof Checkin.Reply ? 24 : 2;
  }

  private static byte[] mutated(byte[] frame, byte[] other, SplittableRandom random) {
    int from = random.nextInt(frame.length + 1);
    int to = Math.min(frame.length, from + random.nextInt(12));
    byte[] middle =
        switch (random.nextInt(8)) {
          case 0 -> new byte[] {(byte) random.nextInt(256)};
          case 1 -> new byte[0];
          case 2 -> token(random);
          case 3 -> {
            byte[] slice = Arrays.copyOfRange(frame, from, to);
            yield joined(slice, slice);
          }
          case 4 -> {
            int start = random.nextInt(other.length + 1);
            yield Arrays.copyOfRange(other, start, random.nextInt(start, other.length + 1));
          }
          case 5 -> joined(token(random), Arrays.copyOfRange(frame, from, to));
          case 6 -> {
            to = random.nextInt(4) == 0 ? frame.length : to;
            yield new byte[0];
          }
          default -> {
            byte[] flipped = Arrays.copyOfRange(frame, from, to);
            if (flipped.length > 0) {
              flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            yield flipped;
          }
        };
    return joined(Arrays.copyOf(frame, from), middle, Arrays.copyOfRange(frame, to, frame.length));
  }

  private static byte[] token(SplittableRandom random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** With a right checksum, so that what follows it is tried too. */
  private static byte[] summedAgain(byte[] frame, int sequence) {
    String text = new String(frame, StandardCharsets.ISO_8859_1);
    text = text.replaceFirst("(?s)AY\\dAZ[0-9A-Fa-f]{4}$", "");
    return ScriptedPeer.Wire.summed(text + "AY" + sequence + "AZ")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static boolean contains(byte[] frame, String text) {
    return new String(frame, StandardCharsets.ISO_8859_1).contains(text);
  }

  private static InputStream dripping(byte[] bytes, SplittableRandom random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int at, int length) {
        return super.read(into, at, Math.min(length, random.nextInt(1, 5000)));
      }
    };
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String name : Recording.NAMES) {
      Recording recording = Recording.of(name);
      for (List<Recording.Turn> turns : recording.connections()) {
        for (Recording.Turn turn : turns) {
          byte[] frame =
              turn.reply().replaceAll("[\r\n]", "").getBytes(StandardCharsets.ISO_8859_1);
          int sequence = turn.request().charAt(turn.request().length() - 7) - '0';
          samples.add(
              new Sample(recording.charset(), sequence, request(turn, recording.charset()), frame));
        }
      }
    }
    return samples;
  }

  private static Request<?> request(Recording.Turn turn, Charset charset) {
    String text = new String(turn.request().getBytes(StandardCharsets.ISO_8859_1), charset);
    Patron patron = new Patron(value(text, "AA"), null, value(text, "AA").equals("jose"));
    return switch (text.substring(0, 2)) {
      case "93" -> new Login(new Sip2Settings.Login("u", Secret.NONE, null));
      case "99" -> new Status();
      case "63" -> new PatronInformation(patron, ItemList.values()[text.indexOf('Y') - 23]);
      case "23" -> new PatronStatus(patron);
      case "11" -> new Checkout(patron, value(text, "AB"));
      case "09" -> new Checkin(value(text, "AB"));
      case "17" -> new ItemInformation(value(text, "AB"));
      case "35" -> new EndSession(patron);
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String value(String text, String code) {
    Matcher field = Pattern.compile("[|0-9]" + code + "([^|]*)\\|").matcher(text);
    return field.find() ? field.group(1) : "";
  }
}
