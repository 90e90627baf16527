package org.relais.doors;

import org.springframework.security.access.AccessDeniedException;

/** A page of another site made a browser send a request that changes something. */
class FromAnotherSite extends AccessDeniedException {

    FromAnotherSite() {
        super("A page of another site sent this");
    }
}
