package org.libpass.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rule files in pieces, and how one becomes another that nobody meant. */
final class RuleMutant {

  private static final Pattern PIECE =
      Pattern.compile(
          "//[^\\n]*|(?s:/\\*.*?\\*/)|\"[^\"\\n]*\"|'[^'\\n]*'|「[^」\\n]*」|“[^”\\n]*”"
              + "|\\d{4}-\\d\\d-\\d\\d|\\d+|[$＄]?[A-Za-z]\\w*|[$＄]?\\p{IsHan}+|\\s+|[=!<>]=|&&|\\|\\||(?s:.)");

  /** What is put where it does not belong. */
  private static final List<String> STRANGERS =
      List.of(
          "rule when then end in not null true false package import global function query declare"
              + " eval from accumulate exists forall or and salience no-loop @locked @鎖定 dialect do"
              + " 規則 當 則 完 且 或 非 屬於 不屬於 真 假 不明 规则 当 则 完了",
          "Activation Application Lending ReturnBy Notice Review WaitingList 開通 申請 借書 應還日 通知"
              + " 審核 候補",
          "Reader School Card Item DueDate Limits Today 讀者 所屬校 借書證 館藏 到期日 額度 今天",
          "school identity unit expiry expired activated suspended leaving overdueItems owesFine openCards"
              + " revokedCardsWithLoans freeSlots printed itemsLent itemsLeft lastDayOver type date"
              + " closedDay weekday validDays loanDays class this out 身分 單位 使用效期 效期已過 逾期冊數"
              + " 有效張數 類型 日期 星期 休館日",
          "decision limits dates waiting refuse refer grant off offerHours notLaterThan"
              + " moveToNextOpenDay noticeDaysBefore renewals 決定 額度 拒絕 轉館員 同意 不晚於",
          "( ) , ; . : == != < > <= >= && || ! + - * / % = ? [ ] { } @ # ~ ^ & | $ \\ ' \" ` _ … （ ）"
              + " ， ； ． ： ＝ ！ ＜ ＞ ＋ － ＊ × − ≠ ≦ ≧ 、 。 「 」 『 』 “ ” ＂ ＇ ＼ ／ ＠ // /* */ -- ++ !! )( ()",
          "0 1 -1 3 10 11 14 15 40 60 61 500 501 999999999 2147483647 2147483648 007 1.5 1e9 0x1f ３"
              + " １５ 三 ③ $n $most $ ＄最多",
          "2026-01-18 2026-02-29 2028-02-29 2026-13-45 0000-00-00 2026-1-8 2100-01-01 1999-12-31",
          "\"\" \" \" \"教授\" \"專任教師\" \"DVD\" \"overdue\" \"x\" 'x' \"\\u0022\" '\"' 「他說「不」」"
              + " \"規則\" \"end\" \"${x}\" null",
          "System.exit(1); new Thread(); org.libpass.policy.Canary.sing(\"mutant\")"
              + " org.libpass.policy.Canary.sing(null); eval(org.libpass.policy.Canary.sing(\"x\"))"
              + " \\u0022+org.libpass.policy.Canary.sing(null)+\\u0022 insert(1); while(true){} drools.halt();"
              + " out.accept(0);",
          "\uFEFF \u202E \u200B \u0000 \r \t \u3000 \u00A0 \u2028 \uE000 \uFE0F \uD842\uDFB7 \u0456 \u3164");

  private static final List<String> YAML_STRANGERS =
      List.of(
          ": - ? , [ ] { } & * ! | > ' \" % @ ` # ~ -- --- ... ： ， [] {} [[[[[[[[ {a: <<",
          "&a *a &b *b <<: !!str !!int !!binary !!set !!java.lang.Runtime !x !<!> %YAML",
          "!!org.libpass.policy.Canary$Bird{song:x} !!javax.script.ScriptEngineManager []",
          "identities item-types 身分 類型 name question given expect today outcome reasons limits 例 問",
          "Application Lending Exit Reader School Card Item Limits openCards expired identity 讀者 身分",
          "granted refused referred overdue unknown-identity true false null yes no ~ 0 1 -1 08 1e9 0x1f",
          "2026-01-18 2026-13-45 99999999999999999999 專任教師 教授 圖書 DVD \"x\" 'y' 「z」",
          "\uFEFF \u202E \u200B \u0000 \r \t \u3000 \u00A0 \u2028 \uE000 \uFE0F \u0085 \\ \\x41");

  private static final List<Pattern> KINDS =
      Stream.of(
              "\\d{1,4}",
              "\\d[\\d-]{7,9}",
              "[\"'「“].*",
              "[=!<>≠≦≧≤≥]=?",
              "&&|\\|\\||且|或",
              "[-+*]",
              "[$＄].*")
          .map(Pattern::compile)
          .toList();

  private final List<String> pieces;
  private final List<String> strangers;

  private RuleMutant(List<String> pieces, List<String> strangers) {
    this.pieces = pieces;
    this.strangers = strangers;
  }

  /** A file of rules. */
  static RuleMutant of(String text) {
    return new RuleMutant(pieces(text), STRANGERS);
  }

  /** A file of words or examples. */
  static RuleMutant ofYaml(String text) {
    return new RuleMutant(pieces(text), YAML_STRANGERS);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      pieces.add(piece.group());
    }
    return pieces;
  }

  /** This file with a few pieces changed, some of them for pieces of another. */
  String mutated(RuleMutant other, SplittableRandom random) {
    List<String> mutated = new ArrayList<>(pieces);
    for (int times = random.nextInt(5) / 2; times >= 0; times--) {
      mutate(mutated, other, random);
    }
    return String.join("", mutated);
  }

  private void mutate(List<String> pieces, RuleMutant other, SplittableRandom random) {
    int at = place(pieces, random);
    switch (random.nextInt(12)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, pieces.get(at));
      case 2 -> pieces.add(at, stranger(random));
      case 3 -> pieces.set(at, pieces.set(place(pieces, random), pieces.get(at)));
      case 4 -> pieces.set(at, other.pieces.get(place(other.pieces, random)));
      case 5 -> pieces.set(at, stranger(random));
      default -> {
        // What a person changes: a figure, a text, a comparison.
        for (int tries = 0; kind(pieces.get(at)) == KINDS.size() && tries < 20; tries++) {
          at = place(pieces, random);
        }
        pieces.set(at, alike(pieces.get(at), other, random));
      }
    }
  }

  /** A piece that is neither space nor comment. */
  private static int place(List<String> pieces, SplittableRandom random) {
    int at = random.nextInt(pieces.size());
    while (pieces.get(at).isBlank() || pieces.get(at).startsWith("/")) {
      at = (at + 1) % pieces.size();
    }
    return at;
  }

  /** A piece of the same kind, from elsewhere: a number for a number, a sign for a sign. */
  private String alike(String piece, RuleMutant other, SplittableRandom random) {
    List<String> alike =
        Stream.concat(
                other.pieces.stream(), strangers.stream().flatMap(it -> Stream.of(it.split(" "))))
            .filter(it -> kind(it) == kind(piece))
            .toList();
    return alike.isEmpty() ? piece : alike.get(random.nextInt(alike.size()));
  }

  private static int kind(String piece) {
    for (int kind = 0; kind < KINDS.size(); kind++) {
      if (KINDS.get(kind).matcher(piece).matches()) {
        return kind;
      }
    }
    return KINDS.size();
  }

  private String stranger(SplittableRandom random) {
    String[] family = strangers.get(random.nextInt(strangers.size())).split(" ");
    return family[random.nextInt(family.length)];
  }

  /** The file as it is. */
  @Override
  public String toString() {
    return String.join("", pieces);
  }
}
