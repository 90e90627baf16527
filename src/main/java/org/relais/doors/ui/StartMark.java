package org.relais.doors.ui;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.Engine;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A mark of this start of the program at the end of every session's id, where Tomcat has a place for the name of a server
 * among several: so a session that ended is told from one that an earlier start had begun, and nothing has to be kept for it.
 */
@Component
class StartMark implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int BYTES = 4;
    private static final String MARKED = "\\p{XDigit}+\\.\\p{XDigit}{8}";

    private final String mark = random();

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> ((Engine) context.getParent().getParent()).setJvmRoute(mark));
    }

    /** Whether a session with this id was begun before the start. */
    boolean isAfter(String sessionId) {
        return sessionId.matches(MARKED) && !sessionId.endsWith("." + mark);
    }
}
