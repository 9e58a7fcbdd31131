package org.libpass.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the rule files are.
 *
 * @param directory the folder with {@code alliance} and the schools' folders
 * @param poll how often it is looked at; a change is taken at the second look that sees it alike
 * @param write whether what is published in the browser is written to the files too
 */
@ConfigurationProperties("libpass.rules")
record RulesProperties(
    @DefaultValue("rules") Path directory,
    @DefaultValue("2s") Duration poll,
    @DefaultValue("true") boolean write) {}
