package org.libpass.content;

import org.libpass.testing.OnH2;

@OnH2
class ArticlesOnH2Tests extends ArticlePaths {}
