package org.relais.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a request may take while the other end is waited for. Nobody has to set them; tests do.
 *
 * @param header for the whole header, however many bytes came
 * @param body for a body, beside the time that its bytes need on a slow line
 * @param answer for the other end to take the answer, beside the same
 */
@ConfigurationProperties("relais.request-times")
record RequestTimes(
        @DefaultValue("10s") Duration header,
        @DefaultValue("20s") Duration body,
        @DefaultValue("60s") Duration answer) {}
