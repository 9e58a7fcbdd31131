package org.libpass.content;

import org.libpass.testing.OnPostgres;

@OnPostgres
class ArticlesOnPostgresTests extends ArticlePaths {}
