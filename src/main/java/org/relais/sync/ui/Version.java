package org.relais.sync.ui;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** This program's version, as the build wrote it down. */
@Component
class Version {

    private final String text;

    Version(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        this.text = properties == null ? "0" : properties.getVersion();
    }

    String text() {
        return text;
    }
}
