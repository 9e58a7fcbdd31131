package org.libpass.message;

import org.libpass.testing.OnH2;

@OnH2
class MessagesOnH2Tests extends MessagePaths {}
