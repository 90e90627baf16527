package org.relais.api;

import org.relais.site.SiteNotConfigured;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells programs what was wrong with their request: problem documents (RFC 9457). */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    @ExceptionHandler
    ProblemDetail problem(Problem problem) {
        return ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, wrong.getName() + " must be a whole number, not '" + wrong.getValue() + "'");
    }

    @ExceptionHandler
    ProblemDetail notConfigured(SiteNotConfigured conflict) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.getMessage());
    }
}
