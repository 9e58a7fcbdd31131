package org.libpass_bad.card;

/** Breaks the rule that nothing imports web. */
record ImportsWeb(org.libpass_bad.web.Page page) {}
