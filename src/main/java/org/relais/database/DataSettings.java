package org.relais.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code relais.data.*}.
 *
 * @param directory where everything is kept; relative to the working directory unless absolute
 */
@ConfigurationProperties("relais.data")
record DataSettings(@DefaultValue("./data") Path directory) {}
