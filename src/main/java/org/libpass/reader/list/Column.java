package org.libpass.reader.list;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a list may tell of a reader, and the words that head the column. */
public enum Column {
  NUMBER(true, "讀者證號", "證號", "讀者編號", "學號", "帳號", "readernumber", "readerno", "number", "account"),
  NAME(true, "姓名", "讀者姓名", "name", "readername", "fullname"),
  IDENTITY(false, "身分", "身份", "身分別", "身份別", "讀者身分", "identity", "kind", "kindofreader", "type"),
  UNIT(false, "單位", "系所", "科系", "部門", "unit", "department"),
  EXPIRY(
      false, "使用效期", "效期", "到期日", "使用期限", "有效期限", "expiry", "expirydate", "expires", "validuntil"),
  EMAIL(true, "電子郵件", "電子信箱", "信箱", "email", "mail", "emailaddress"),
  OVERDUE(false, "逾期冊數", "逾期件數", "逾期未還", "overdue", "overdueitems"),
  FINES(false, "欠款", "罰款", "未繳金額", "未繳罰款", "fines", "fine", "finesowed");

  private final boolean needed;
  private final Set<String> heads;

  Column(boolean needed, String... heads) {
    this.needed = needed;
    this.heads = Set.of(heads);
  }

  /** Whether a list without this column is no list of readers. */
  boolean isNeeded() {
    return needed;
  }

  /** The column that a head names, in any case and whatever signs stand between its words. */
  public static Optional<Column> of(String head) {
    String plain =
        Normalizer.normalize(head, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]", "");
    return Arrays.stream(values()).filter(column -> column.heads.contains(plain)).findFirst();
  }
}
