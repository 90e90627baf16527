package org.relais.site;

import java.net.URI;
import java.util.Optional;
import org.relais.startup.StartFailure;
import org.relais.startup.WrongSetting;
import org.relais.vocabulary.Invalid;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code relais.site.*}: who the site is, for set-ups without a person. Texts as they were given; the methods
 * check them.
 *
 * @param centralUrl the mSupply central server, or null
 * @param name the site's name there, or null
 * @param password the site's password, or null
 * @param publicUrl the address for the QR code, or null
 */
@ConfigurationProperties("relais.site")
record SiteProperties(String centralUrl, String name, String password, String publicUrl) {

    static final String CENTRAL_URL = "relais.site.central-url";
    static final String NAME = "relais.site.name";
    static final String PASSWORD = "relais.site.password";

    /**
     * The site that the settings describe, or empty when they describe none.
     *
     * @throws StartFailure when they are incomplete or wrong
     */
    Optional<ConfiguredSite> site() {
        if (blank(centralUrl) && blank(name) && blank(password)) {
            return Optional.empty();
        }
        require(CENTRAL_URL, centralUrl, WebAddress.ALLOWED);
        require(NAME, name, "the site's name at the central server");
        require(PASSWORD, password, "the site's password at the central server");
        if (!SiteDraft.allowedName(name)) {
            throw new WrongSetting(
                    NAME, name, "must be at most " + SiteDraft.LONGEST_NAME + " characters without a colon");
        }
        return Optional.of(
                new ConfiguredSite(address(CENTRAL_URL, centralUrl), name.strip(), PasswordHash.of(password)));
    }

    /**
     * The address under which phones reach this server, or empty when it is to be found out.
     *
     * @throws StartFailure when it is not one that the cold chain app accepts
     */
    Optional<URI> publicAddress() {
        if (blank(publicUrl)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublicAddress.read(publicUrl));
        } catch (Invalid wrong) {
            String allowed =
                    switch (wrong.problems(PublicAddressProblem.class)
                            .iterator()
                            .next()) {
                        case NO_ADDRESS -> "must be " + WebAddress.ALLOWED;
                        case NOT_FOR_PHONES ->
                            "must have a host name with a dot or an IPv4 address, the only ones that phones accept";
                    };
            throw new WrongSetting(PublicAddress.NAME, publicUrl, allowed);
        }
    }

    private static URI address(String setting, String value) {
        return WebAddress.parse(value)
                .orElseThrow(() -> new WrongSetting(setting, value, "must be " + WebAddress.ALLOWED));
    }

    private static void require(String setting, String value, String allowed) {
        if (blank(value)) {
            throw new StartFailure("Setting " + setting + " is missing: it must be " + allowed
                    + ", since central-url, name and password of relais.site belong together");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SiteProperties[centralUrl=" + centralUrl + ", name=" + name + ", publicUrl=" + publicUrl + "]";
    }

    /** The site that the settings describe, checked. */
    record ConfiguredSite(URI url, String name, String passwordSha256) {

        /** Without the password's hash. */
        @Override
        public String toString() {
            return name + " at " + url;
        }
    }
}
