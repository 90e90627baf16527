package org.relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitsTest {

    private final BodyLimits limits =
            new BodyLimits(List.of(new BodyLimit("/files", 5), new BodyLimit("/files/large", 50)));

    @ParameterizedTest
    @CsvSource({
        "/files, 5, 200",
        "/files, 6, 413",
        "/files/x, 6, 413",
        "/files/large/x, 50, 200",
        "/files/large/x, 51, 413",
        "/files/larger, 6, 413",
        "/filesystem, 6, 200",
        "/, 1048576, 200",
        "/, 1048577, 413"
    })
    void aRoomsLimitHoldsForItsPathAndNothingElse(String path, int bytes, int status) throws Exception {
        assertThat(send(path, bytes, false)).as("told").isEqualTo(status);
        assertThat(send(path, bytes, true)).as("counted").isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "/files/", "", "/"})
    void aPathIsOne(String path) {
        assertThatThrownBy(() -> new BodyLimit(path, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsReadAsTextIsCountedToo() throws Exception {
        MockHttpServletRequest request = request("/files", 6, true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, (asked, answer) -> asked.getReader().readLine());

        assertThat(response.getStatus()).isEqualTo(413);
    }

    private int send(String path, int bytes, boolean chunked) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain reader = (asked, answer) -> asked.getInputStream().readAllBytes();
        limits.doFilter(request(path, bytes, chunked), response, reader);
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String path, int bytes, boolean chunked) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return chunked ? -1 : super.getContentLengthLong();
            }
        };
        request.setServletPath(path);
        request.setContent(new byte[bytes]);
        if (chunked) {
            request.addHeader("Transfer-Encoding", "chunked");
        }
        return request;
    }
}
