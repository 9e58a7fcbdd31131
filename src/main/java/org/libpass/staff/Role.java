package org.libpass.staff;

/** What a staff account may do. */
public enum Role {
  /** 館員: the inbox, the desk and the cards of one school. */
  LIBRARIAN,
  /** 政策管理者: the rule files of one school. */
  POLICY_ADMINISTRATOR,
  /** 聯盟管理者: schools, accounts, connections and rules of the whole alliance. */
  ALLIANCE_ADMINISTRATOR
}
