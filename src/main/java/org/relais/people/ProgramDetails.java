package org.relais.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a program's request came from. Programs send their password with each request, people once. */
public class ProgramDetails extends WebAuthenticationDetails {

    public ProgramDetails(HttpServletRequest request) {
        super(request);
    }
}
