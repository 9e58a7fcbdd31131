package org.libpass.web.desk;

/** The kinds of item that the desk offers. */
enum ItemType {
  BOOK("圖書"),
  JOURNAL("期刊"),
  ATTACHMENT("附件"),
  DVD("DVD"),
  VHS("VHS"),
  CD("CD"),
  MAP("地圖");

  private final String word;

  ItemType(String word) {
    this.word = word;
  }

  /** The word by which rule files know it. */
  public String word() {
    return word;
  }
}
