/**
 * Pages for everyone: home, sign-in help, service rules, news, questions, guide, closing days,
 * catalogues, contacts, privacy, accessibility.
 */
@NullMarked
package org.libpass.web.open;

import org.jspecify.annotations.NullMarked;
