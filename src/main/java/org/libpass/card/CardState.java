package org.libpass.card;

/** Where a card stands in its life. */
public enum CardState {
  /** 審核中: the policy referred the application; a librarian will look at it. */
  REFERRED,
  /** 未通過: the referred application was refused. */
  REFUSED,
  /** 已撤回: the reader withdrew the referred application. */
  WITHDRAWN,
  /** 已申請: holds a slot, not printed yet. */
  ISSUED,
  /** 已列印: on paper, nothing borrowed yet. */
  PRINTED,
  /** 使用中: something was borrowed on it. */
  IN_USE,
  /** 已歸還: all is back and it can lend no more. */
  RETURNED,
  /** 已取消: by the reader, unused. */
  CANCELLED,
  /** 逾期收回: unused when its valid days ended. */
  EXPIRED,
  /** 已註銷: by a librarian; books still out stay followed. */
  REVOKED;

  /** Whether the card counts as in use at once, for the quota and for its reader. */
  public boolean isOpen() {
    return this == ISSUED || this == PRINTED || this == IN_USE;
  }

  /** Whether nothing was ever borrowed and something still may be. */
  boolean isUnused() {
    return this == ISSUED || this == PRINTED;
  }
}
