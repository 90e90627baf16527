package org.relais.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Tells a person whose press or change failed unexpectedly that it did, as when the database went away at this very moment: Vaadin
 * only logs it, and a button that is shut while it is pressed would stay shut.
 */
@Service
class FailedActs implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(FailedActs.class);

    /** The words came with the page; {@code frontend/assets/acts.js} shows them. */
    private static final String TELL = "document.dispatchEvent(new CustomEvent('relais-failed'))";

    private final DatabaseWatch watch;

    FailedActs(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> {
            ErrorHandler vaadins = begun.getSession().getErrorHandler();
            begun.getSession().setErrorHandler(failure -> {
                log(failure, vaadins);
                failure.getComponent().ifPresent(FailedActs::tell);
            });
        });
    }

    /** That the database is away is known, and logged once. */
    private void log(ErrorEvent failure, ErrorHandler vaadins) {
        if (watch.behind(failure.getThrowable()) == DatabaseCondition.ANSWERS) {
            vaadins.error(failure);
        } else {
            log.debug("Not done without the database", failure.getThrowable());
        }
    }

    private static void tell(Component used) {
        if (used instanceof Button pressed && pressed.isDisableOnClick()) {
            pressed.setEnabled(true);
        }
        used.getUI().ifPresent(page -> page.getPage().executeJs(TELL));
    }
}
