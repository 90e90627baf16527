package org.relais.coldchain.api;

import org.relais.doors.Doors;
import org.relais.web.BodyLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;

/** Where phones come in: by a sign-in of their own, whose cookie is worth nothing elsewhere. */
@Configuration(proxyBeanMethods = false)
class PhoneInterface {

    static final String PATH = "/coldchain/v1";
    static final String LOGIN = PATH + "/login";
    static final String SENSOR = PATH + "/sensor";
    static final String BREACH = PATH + "/temperature-breach";
    static final String READING = PATH + "/temperature-log";

    private static final long LARGEST_BODY = 10 * 1024 * 1024;

    @Bean
    SecurityFilterChain phoneDoorChain(
            Doors doors, PhoneSessions sessions, ObjectProvider<SecurityContextHolderStrategy> holder) {
        return doors.at(PATH)
                .signingInBy(new PhoneCookie(
                        sessions, holder.getIfAvailable(SecurityContextHolder::getContextHolderStrategy)))
                .everybody(HttpMethod.POST, LOGIN)
                .restFor(SignedInPhone.ROLE);
    }

    @Bean
    BodyLimit phoneBodyLimit() {
        return new BodyLimit(PATH, LARGEST_BODY);
    }
}
