package org.relais.site;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Sets the site up from {@code relais.site.*}, without a person and before anything else uses it: at the first start, and at
 * a later one when the values have changed. Wrong values end the start.
 */
@Component
class UnattendedSetUp implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(UnattendedSetUp.class);

    private final SiteProperties properties;
    private final Site site;
    private final PublicAddress publicAddress;

    UnattendedSetUp(SiteProperties properties, Site site, PublicAddress publicAddress) {
        this.properties = properties;
        this.site = site;
        this.publicAddress = publicAddress;
    }

    @Override
    public void afterPropertiesSet() {
        properties.publicAddress().map(URI::toString).ifPresent(publicAddress::choose);
        properties.site().ifPresent(configured -> {
            if (site.configure(configured.url(), configured.name(), configured.passwordSha256())) {
                log.info("Set up as site {}", configured);
            }
        });
        site.checkPassword();
    }
}
