package org.libpass.ils.standin;

import java.nio.charset.Charset;

/** What a library's system shows on the screen. */
enum Screen {
  UNKNOWN_PATRON("查無此讀者", "Patron not found"),
  BLOCKED("讀者已停權，請洽櫃台", "Patron blocked, see the desk"),
  EXPIRED("讀者證已到期", "Patron card expired"),
  WRONG_PASSWORD("密碼錯誤", "Wrong password"),
  UNKNOWN_ITEM("查無此館藏", "Item not found"),
  CHARGED_TO_ANOTHER("此館藏已由其他讀者借出", "Item is charged to another patron"),
  CHARGED_ALREADY("此館藏已由本讀者借出", "Item is charged to this patron already"),
  HELD("此館藏已有其他讀者預約", "Item is on hold for another patron"),
  NOT_FOR_LOAN("此館藏狀態異常，請洽櫃台", "Item cannot be lent, see the desk"),
  TOO_MANY("已達借閱冊數上限", "Loan limit reached"),
  NOT_CHARGED("此館藏並未借出", "Item is not charged"),
  LENT("借閱成功", "Checked out"),
  RENEWED("續借成功", "Renewed"),
  RETURNED("歸還成功", "Checked in"),
  TO_HOLD_SHELF("歸還成功，請置預約書架", "Checked in, place on hold shelf"),
  MARKED("狀態已變更", "Status changed"),
  WELCOME("歡迎使用圖書館", "Welcome to the library"),
  FINE("逾期罰款", "Overdue fine"),
  LIBRARY("圖書館", "Library"),
  MAIN_LIBRARY("總館", "Main library");

  private final String chinese;
  private final String english;

  Screen(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** The text as a library with that charset shows it. */
  String in(Charset charset) {
    return charset.newEncoder().canEncode(chinese) ? chinese : english;
  }
}
