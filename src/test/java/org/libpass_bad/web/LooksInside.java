package org.libpass_bad.web;

/** Breaks the rule that web sees only the root of process. */
record LooksInside(org.libpass_bad.process.diagram.Drawing drawing) {}
