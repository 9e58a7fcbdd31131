package org.libpass_bad.loop.there;

/** The other half of the cycle. */
public interface There {

  org.libpass_bad.loop.here.Here here();
}
