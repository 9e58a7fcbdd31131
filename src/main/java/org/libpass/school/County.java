package org.libpass.school;

import java.util.Locale;

/** The counties and cities in which member schools stand, from north to south and then the east. */
public enum County {
  KEELUNG("基隆市", "Keelung City"),
  TAIPEI("臺北市", "Taipei City"),
  NEW_TAIPEI("新北市", "New Taipei City"),
  TAOYUAN("桃園市", "Taoyuan City"),
  HSINCHU_CITY("新竹市", "Hsinchu City"),
  HSINCHU_COUNTY("新竹縣", "Hsinchu County"),
  MIAOLI("苗栗縣", "Miaoli County"),
  YILAN("宜蘭縣", "Yilan County"),
  HUALIEN("花蓮縣", "Hualien County");

  private final String zh;
  private final String en;

  County(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The official name in Traditional Chinese. */
  public String nameZh() {
    return zh;
  }

  /** The name in English. */
  public String nameEn() {
    return en;
  }

  /** The name in the language of {@code locale}: English for English, else Chinese. */
  public String name(Locale locale) {
    return Languages.choose(locale, zh, en);
  }
}
