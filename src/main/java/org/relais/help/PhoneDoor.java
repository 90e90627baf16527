package org.relais.help;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whether this server has the interface to which phones with mSupply Cold Chain send their temperatures. */
@Component
public class PhoneDoor {

    /** What a phone calls first. */
    static final String SIGN_IN = "/coldchain/v1/login";

    private final List<RequestMappingHandlerMapping> calls;

    PhoneDoor(List<RequestMappingHandlerMapping> calls) {
        this.calls = calls;
    }

    /** True as soon as phones can sign in here. */
    public boolean isOpen() {
        return calls.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(call -> call.getPatternValues().contains(SIGN_IN));
    }
}
