/** The web server in front of everything: TLS, the proxies before it, and what it refuses before anybody looks at it. */
@ApplicationModule(allowedDependencies = {"startup"})
package org.relais.web;

import org.springframework.modulith.ApplicationModule;
