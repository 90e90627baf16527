package org.relais.site;

/** Published when the site got its credentials, or got other ones. */
public record SiteConfigured() {}
