package org.relais.doors;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A room's door among the others: the longer its path, the sooner it is asked, so that no room has to know where the others
 * stand. The pages' comes last.
 */
record OpenDoor(int pathLength, SecurityFilterChain chain) implements SecurityFilterChain, Ordered {

    @Override
    public boolean matches(HttpServletRequest request) {
        return chain.matches(request);
    }

    @Override
    public List<Filter> getFilters() {
        return chain.getFilters();
    }

    @Override
    public int getOrder() {
        return -pathLength;
    }
}
