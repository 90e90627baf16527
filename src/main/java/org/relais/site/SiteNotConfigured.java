package org.relais.site;

/** The site does not know its central server yet: nothing can be synchronised. */
public class SiteNotConfigured extends RuntimeException {

    public SiteNotConfigured() {
        super("The site is not set up: it has no central server, site name and password yet");
    }
}
