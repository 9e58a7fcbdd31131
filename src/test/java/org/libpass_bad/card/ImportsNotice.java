package org.libpass_bad.card;

/** Breaks the rule that only web imports notice. */
record ImportsNotice(org.libpass_bad.notice.Mail mail) {}
