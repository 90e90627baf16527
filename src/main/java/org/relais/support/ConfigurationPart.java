package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import org.relais.settings.Settings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The settings that somebody made, with the place where; those that hold a secret only as set. */
@Component
@Order(2)
class ConfigurationPart implements Part {

    private final GivenSettings given;
    private final Settings settings;

    ConfigurationPart(GivenSettings given, Settings settings) {
        this.given = given;
        this.settings = settings;
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
        for (Map.Entry<String, String> chosen : new TreeMap<>(settings.all()).entrySet()) {
            out.write(chosen.getKey() + " = " + GivenSettings.shown(chosen.getKey(), chosen.getValue()) + "\n");
        }
    }
}
