package org.relais.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.language.Languages;
import org.relais.language.Wordbook;
import org.relais.site.SiteNotConfigured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells programs in their language what was wrong with their request: problem documents (RFC 9457). */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Wordbook words;
    private final Languages languages;
    private final DatabaseWatch watch;
    private final AwayWords awayWords;

    Problems(Wordbook words, Languages languages, DatabaseWatch watch, AwayWords awayWords) {
        this.words = words;
        this.languages = languages;
        this.watch = watch;
        this.awayWords = awayWords;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
        return document(request, problem.status(), problem.key(), problem.parameters());
    }

    /** The only parameters that are not texts are whole numbers. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return document(request, HttpStatus.BAD_REQUEST, "problem.whole-number", wrong.getName());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notConfigured(SiteNotConfigured conflict, HttpServletRequest request) {
        return document(request, HttpStatus.CONFLICT, "problem.not-configured");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> database(RuntimeException unreachable, HttpServletRequest request) {
        DatabaseCondition condition = watch.behind(unreachable);
        if (condition == DatabaseCondition.ANSWERS) {
            log.error("{} {} met the database's failure", request.getMethod(), request.getServletPath(), unreachable);
            return document(request, HttpStatus.SERVICE_UNAVAILABLE, "problem.trouble");
        }
        log.debug("{} {} met the database's failure", request.getMethod(), request.getServletPath(), unreachable);
        Locale language = language(request);
        return document(language, awayWords.problem(condition, language));
    }

    private ResponseEntity<ProblemDetail> document(
            HttpServletRequest request, HttpStatus status, String key, Object... parameters) {
        Locale language = language(request);
        return document(language, ProblemDetail.forStatusAndDetail(status, words.text(key, language, parameters)));
    }

    private static ResponseEntity<ProblemDetail> document(Locale language, ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(problem);
    }

    private Locale language(HttpServletRequest request) {
        return languages.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
