package org.relais.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class PhoneDoorTest {

    @Test
    void isOpenOnceThePhonesSignInIsAnswered() {
        assertThat(new PhoneDoor(List.of(callsOf(PhoneCalls.class))).isOpen()).isTrue();
    }

    @Test
    void isClosedWhileNothingOfThePhonesIsAnswered() {
        assertThat(new PhoneDoor(List.of(callsOf(OtherCalls.class))).isOpen()).isFalse();
    }

    private static RequestMappingHandlerMapping callsOf(Class<?> controller) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        context.refresh();
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }

    @RestController
    static class PhoneCalls {

        @PostMapping("/coldchain/v1/login")
        String login() {
            return "";
        }
    }

    @RestController
    static class OtherCalls {

        @PostMapping("/coldchain/login")
        String login() {
            return "";
        }
    }
}
