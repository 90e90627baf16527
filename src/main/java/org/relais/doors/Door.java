package org.relais.doors;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.relais.people.ProgramDetails;
import org.relais.people.Roles;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** One room's door while it is made: see {@link Doors#at}. Its rules are looked at in the order in which they were said. */
public final class Door {

    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final String path;
    private final HttpSecurity http;
    private final AuthenticationManager signIn;
    private final TokenCheck tokens;
    private final SecondLook secondLook;
    private final List<
                    Consumer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>>
            rules = new ArrayList<>();
    private AuthenticationEntryPoint toStrangers;
    private AccessDeniedHandler toTheRefused;
    private Filter ownSignIn;
    private boolean sessions;
    private boolean formToken;

    Door(
            String path,
            HttpSecurity http,
            AuthenticationManager signIn,
            TokenCheck tokens,
            SecondLook secondLook,
            JsonRefusals refusals) {
        this.path = path;
        this.http = http;
        this.signIn = signIn;
        this.tokens = tokens;
        this.secondLook = secondLook;
        this.toStrangers = refusals;
        this.toTheRefused = refusals;
    }

    /** These calls are for everybody, known or not. */
    public Door everybody(HttpMethod method, String... paths) {
        rules.add(requests -> requests.requestMatchers(method, paths).permitAll());
        return this;
    }

    /**
     * These calls are for those with one of the roles.
     *
     * @param roles of {@link Roles}, without prefix
     */
    public Door those(List<String> roles, HttpMethod method, String... paths) {
        rules.add(requests -> requests.requestMatchers(method, paths).hasAnyRole(roles.toArray(String[]::new)));
        return this;
    }

    /** As {@link #those(List, HttpMethod, String...)}, whatever the method. */
    public Door those(List<String> roles, String... paths) {
        rules.add(requests -> requests.requestMatchers(paths).hasAnyRole(roles.toArray(String[]::new)));
        return this;
    }

    /**
     * Whoever is not let in is told by these instead of with a problem document.
     *
     * @param strangers tells those who did not sign in, or could not
     * @param refused tells those who may not
     */
    public Door refusing(AuthenticationEntryPoint strangers, AccessDeniedHandler refused) {
        toStrangers = strangers;
        toTheRefused = refused;
        return this;
    }

    /** People and programs sign in by this filter of the room's instead of with a name and a password or a token. */
    public Door signingInBy(Filter filter) {
        ownSignIn = filter;
        return this;
    }

    /** Whoever signed in is known again by the session's cookie. */
    public Door keepingSessions() {
        sessions = true;
        return this;
    }

    /** Takes forms only with the token that the page carried, for a door that knows people by a cookie. */
    public Door askingForTheFormToken() {
        formToken = true;
        return this;
    }

    /** The door; all that no rule spoke of is for those with one of the roles. */
    public SecurityFilterChain restFor(String... roles) {
        try {
            return new OpenDoor(path.length(), build(roles));
        } catch (Exception neverForOurRules) {
            throw new IllegalStateException("No door at " + path, neverForOurRules);
        }
    }

    private SecurityFilterChain build(String... roles) throws Exception {
        http.securityMatcher(path.replaceAll("/+$", "") + "/**")
                .authenticationManager(signIn)
                .authorizeHttpRequests(requests -> {
                    requests.withObjectPostProcessor(askingAgain());
                    rules.forEach(rule -> rule.accept(requests));
                    requests.anyRequest().hasAnyRole(roles);
                })
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(toStrangers).accessDeniedHandler(toTheRefused))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DATA_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        http.addFilterBefore(new OtherSites(toTheRefused), BasicAuthenticationFilter.class);
        if (ownSignIn == null) {
            http.addFilterBefore(new TokenSignIn(tokens, toStrangers), BasicAuthenticationFilter.class)
                    .httpBasic(basic -> basic.authenticationEntryPoint(toStrangers)
                            .authenticationDetailsSource(ProgramDetails::new));
        } else {
            http.addFilterBefore(ownSignIn, BasicAuthenticationFilter.class).httpBasic(AbstractHttpConfigurer::disable);
        }
        if (!sessions) {
            http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        }
        if (!formToken) {
            http.csrf(AbstractHttpConfigurer::disable);
        }
        return http.build();
    }

    private ObjectPostProcessor<AuthorizationManager<?>> askingAgain() {
        return new ObjectPostProcessor<>() {
            @Override
            @SuppressWarnings("unchecked")
            public <O extends AuthorizationManager<?>> O postProcess(O rule) {
                return (O) secondLook.before((AuthorizationManager<HttpServletRequest>) rule);
            }
        };
    }
}
