package org.libpass_bad.modules.two;

/** Allowed to know the other module. */
public interface Two {

  org.libpass_bad.modules.one.One one();
}
