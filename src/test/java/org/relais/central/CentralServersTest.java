package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CentralServersTest {

    /** Reads settings as the application does. */
    private static ApplicationContextRunner context() {
        return new ApplicationContextRunner().withInitializer(context -> context.getBeanFactory()
                .setConversionService(ApplicationConversionService.getSharedInstance()));
    }

    /** The beans stand in a context, and the idle time is a setting. */
    @Test
    void areBeans() {
        context()
                .withUserConfiguration(CentralServers.class, Patience.class)
                .withPropertyValues("relais.central.idle-timeout=1s")
                .run(context -> {
                    assertThat(context).hasSingleBean(Patience.class);
                    URI nowhere = URI.create("ftp://central.example");
                    CentralServers servers = context.getBean(CentralServers.class);
                    assertThat(failure(() -> servers.legacy(TestSite.credentials(nowhere)))
                                    .code())
                            .isEqualTo(FailureCode.INVALID_URL);
                    assertThat(failure(() -> servers.open(nowhere, TestSite.credentials(nowhere)))
                                    .code())
                            .isEqualTo(FailureCode.INVALID_URL);
                });
    }

    @Test
    void theTimesAreTheProtocols() {
        context().withUserConfiguration(CentralServers.class).run(context -> assertThat(context)
                .hasSingleBean(CentralServers.class));
        assertThat(Wire.CONNECT_TIMEOUTS)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
