package org.relais.database;

import org.relais.startup.WrongSetting;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says at the start, rather than with a driver that is not there, that only MariaDB can be used. */
class ExternalDatabaseCheck implements EnvironmentPostProcessor, Ordered {

    private static final String SETTING = "spring.datasource.url";
    private static final String KIND = "jdbc:mariadb:";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty(SETTING, "");
        if (!url.isBlank() && !url.startsWith(KIND)) {
            throw new WrongSetting(
                    SETTING,
                    withoutSecrets(url),
                    "must be the address of a MariaDB server, such as " + KIND + "//localhost:3306/relais");
        }
    }

    /** Without options and account: they may hold a password. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
