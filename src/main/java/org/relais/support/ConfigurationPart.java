package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings that somebody made, with the place where; those that hold a secret only as set. */
@Component
@Order(2)
class ConfigurationPart implements Part {

    private final GivenSettings given;
    private final JdbcClient jdbc;

    ConfigurationPart(GivenSettings given, JdbcClient jdbc) {
        this.given = given;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "configuration.txt";
    }

    @Override
    public void write(Writer out) throws IOException {
        String source = "";
        for (GivenSettings.Setting setting : given.all()) {
            if (!setting.source().equals(source)) {
                source = setting.source();
                out.write("# " + source + "\n");
            }
            out.write(setting.name() + " = " + setting.shown() + "\n");
        }
        out.write("# chosen on the pages\n");
        for (Map<String, Object> row : jdbc.sql("select name, value from setting order by name")
                .query()
                .listOfRows()) {
            String name = String.valueOf(row.get("name"));
            out.write(name + " = " + GivenSettings.shown(name, String.valueOf(row.get("value"))) + "\n");
        }
    }
}
