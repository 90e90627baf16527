/**
 * The web server in front of everything: TLS, the proxies before it, and what it refuses before anybody looks at it.
 *
 * <p>Proxies are named ({@code relais.proxies}, none by default). {@code X-Forwarded-*} decides whose failures slow down whom,
 * whether a cookie is secure and where a redirect leads: it is read of requests that come from a named proxy, along the chain
 * of addresses from its end to the first that is no proxy, and {@code Forwarded} is read of nobody. Spring Boot's {@code
 * native} strategy believes such headers from every private address: at a site, from every tablet. So any other strategy than
 * {@code none} stops the start. Host names are no addresses, and a range of length 0 is everybody: both are refused. A proxy
 * that ends TLS has to be named; one that passes plain HTTP on works unnamed, but all its clients share one address and slow
 * each other down.
 *
 * <p>The files of TLS are looked at before anything is started: a key of another certificate would else be found out by the
 * first browser. There is no second port that redirects: it would have to be opened in the firewall, and a proxy does it
 * better. Cookies are marked secure and browsers told to stay with TLS because the request says that it is secure, also behind
 * a named proxy. A renewed certificate is shown after a restart; {@code reload-on-update} was tried and did not reach the
 * connector.
 *
 * <p>Nothing large comes in. Vaadin's and other readers hold a body in memory as a whole, partly without a sign-in, and the
 * program has 256 MB. So a body has at most a megabyte, unless a room declares another limit for its path: one that tells its
 * length is refused before a byte of it is read (413), one that does not is counted while it is read. Forms have at most 64 KB
 * and 200 fields, and nobody sends files.
 */
@ApplicationModule(allowedDependencies = {"startup", "vocabulary"})
package org.relais.web;

import org.springframework.modulith.ApplicationModule;
