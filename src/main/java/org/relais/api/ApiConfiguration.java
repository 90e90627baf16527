package org.relais.api;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the HTTP interface asks of the web server. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequestCheck()).addPathPatterns("/api/**");
    }

    /**
     * An encoded slash in an address is refused by the firewall of the security filters, which answers as the interface does,
     * instead of by the server before them, which answers with a page.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesAreTheFirewallsBusiness() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
