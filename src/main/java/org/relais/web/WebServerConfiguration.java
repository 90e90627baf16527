package org.relais.web;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.relais.startup.WrongSetting;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What stands between the network and the pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProxySettings.class, RequestTimes.class})
class WebServerConfiguration {

    private static final String FORWARD_HEADERS = "server.forward-headers-strategy";

    /**
     * Headers about whom a request was passed on for count when a configured proxy sent them, and else for nothing. Spring
     * Boot's own way believes every private address, among them the site's tablets.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> proxies(ProxySettings settings, Environment all) {
        String strategy = all.getProperty(FORWARD_HEADERS, "none");
        if (!"none".equalsIgnoreCase(strategy)) {
            throw new WrongSetting(
                    FORWARD_HEADERS, strategy, "must be none; name the proxy's address in relais.proxies instead");
        }
        return server -> {
            if (!settings.proxies().isEmpty()) {
                server.addEngineValves(valve(settings));
            }
        };
    }

    private static RemoteIpValve valve(ProxySettings settings) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", settings.proxies()));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowConnections(
            ProxySettings settings, RequestTimes times) {
        return server -> {
            server.setProtocol(WatchedHttp.class.getName());
            server.addConnectorCustomizers(connector -> ((WatchedHttp) connector.getProtocolHandler())
                    .watchBy(new SlowConnections(settings.proxies(), times, System::nanoTime)));
        };
    }

    /** Before security, which reads a form's fields. */
    @Bean
    FilterRegistrationBean<BodyLimits> bodyLimits(List<BodyLimit> ofRooms) {
        FilterRegistrationBean<BodyLimits> registration = new FilterRegistrationBean<>(new BodyLimits(ofRooms));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RefusalHeaders> refusalHeaders() {
        FilterRegistrationBean<RefusalHeaders> registration = new FilterRegistrationBean<>(new RefusalHeaders());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
