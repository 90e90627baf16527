package org.relais.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.database.UnreachableDatabase;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseDoorTest {

    /** {@link ErrorAnswerTest} has what becomes of it. */
    @Test
    void whoIsNotLetInIsToldWhatWasFoundThen() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/sync");
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain inside = new MockFilterChain();
        try (DatabaseWatch watch = UnreachableDatabase.watched()) {
            new DatabaseDoor(watch).doFilter(request, response, inside);
        }

        assertThat(inside.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(request.getAttribute(DatabaseDoor.FOUND)).isEqualTo(DatabaseCondition.DATABASE);
    }
}
