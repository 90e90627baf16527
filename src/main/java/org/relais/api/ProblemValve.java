package org.relais.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.relais.language.Languages;
import org.relais.language.Wordbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that the web server refuses before any of our code sees them, such as those with a zero byte in the address:
 * a problem document here too, instead of a page.
 */
class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    private final Wordbook words;
    private final Languages languages;

    ProblemValve(Wordbook words, Languages languages) {
        this.words = words;
        this.languages = languages;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        boolean forProgram = String.valueOf(request.getRequestURI()).startsWith("/api/");
        if (!forProgram || status == null || !status.isError() || response.getContentWritten() > 0) {
            super.report(request, response, thrown);
        } else if (response.setErrorReported()) {
            write(response, status, languages.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, Locale language) {
        String key = status.is5xxServerError() ? "problem.trouble" : "problem.400";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.text(key, language));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().write(JsonMapper.shared().writeValueAsString(problem));
        } catch (IOException gone) {
            log.debug("Whoever asked is gone", gone);
        }
    }
}
