package org.relais.doors.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a browser may do for a page. Everything comes from this server, and no other site may frame the pages or receive a form
 * of theirs. Of the scripts that stand in a page only those run that carry the number which the answer names: ours do, a text
 * that somebody smuggled in does not. Vaadin's client makes functions from the server's text, and components write styles
 * into their elements; hence the two "unsafe" ones.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    static final String WITHOUT_SCRIPTS_IN_THE_PAGE = policy("");

    private static final String HEADER = "Content-Security-Policy";
    private static final int NONCE_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PagePolicy::letOwnScriptsRun);
    }

    private static void letOwnScriptsRun(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(HEADER, policy(" 'nonce-" + nonce + "'"));
    }

    private static String policy(String scripts) {
        return "default-src 'self'; script-src 'self' 'unsafe-eval'" + scripts
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
