package org.relais.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what no call of the interface takes: parameters that it does not know or that come twice, where a typing error would
 * otherwise go unnoticed, and bodies, of which no call has one.
 */
class RequestCheck implements HandlerInterceptor {

    /** Programs that always send an empty object are welcome. */
    static final long LARGEST_BODY = 1024;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackage() == getClass().getPackage()) {
            checkBody(request);
            checkParameters(request, method);
        }
        return true;
    }

    private static void checkBody(HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "problem.body", LARGEST_BODY);
        }
    }

    private static void checkParameters(HttpServletRequest request, HandlerMethod method) {
        Set<String> known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toSet());
        for (Map.Entry<String, String[]> given : request.getParameterMap().entrySet()) {
            if (!known.contains(given.getKey())) {
                throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        known.isEmpty() ? "problem.no-parameters" : "problem.parameter",
                        String.join(", ", known));
            }
            if (given.getValue().length > 1) {
                throw new Problem(HttpStatus.BAD_REQUEST, "problem.twice", given.getKey());
            }
        }
    }
}
