package org.libpass.message;

import org.libpass.testing.OnPostgres;

@OnPostgres
class MessagesOnPostgresTests extends MessagePaths {}
