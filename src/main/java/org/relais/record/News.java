package org.relais.record;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Tells what happened to records, once that is kept: whoever listens cannot undo it, nor fail the step that did it. */
final class News {

    private static final Logger log = LoggerFactory.getLogger(News.class);

    private final ApplicationEventPublisher events;

    News(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tell(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            log.error("Somebody who was told of {} failed", event.getClass().getSimpleName(), e);
        }
    }
}
