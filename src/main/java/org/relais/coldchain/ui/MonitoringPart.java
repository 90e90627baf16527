package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Div;

/** What stands below a tab of the monitoring page. */
abstract class MonitoringPart extends Div {

    /** Shows what the person asked for. */
    abstract void show(Scene scene);

    /** Something changed meanwhile: shows the same as it is now. */
    void renew(Scene scene) {
        show(scene);
    }
}
