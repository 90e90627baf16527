package org.relais.coldchain.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.SensorChanged;
import org.relais.coldchain.SensorLocations;
import org.relais.components.Filter;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.components.Passing;
import org.relais.locations.Location;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a sensor stands, and for those who may a choice of another location. */
@Uses(ConfirmDialog.class)
class SensorPlacePanel extends Div {

    private static final Logger log = LoggerFactory.getLogger(SensorPlacePanel.class);

    private final SensorLocations places;
    private final Runnable renew;
    private final H2 title = new H2();
    private final Paragraph stands = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final Filter<Location> choice =
            new Filter<>(() -> words().place(null), location -> words().place(location));
    private final Button save = new Button();
    private final Div form = new Div(choice, save);
    private final Notice changed = new Notice("sensor-changed", Glyph.INFO, "warn");
    private Sensor sensor;
    private Scene scene;
    private Location chosen;

    /** @param renew shows the sensor as it is now */
    SensorPlacePanel(SensorLocations places, Runnable renew) {
        this.places = places;
        this.renew = renew;
        addClassNames("panel", "lookback-panel", "sensor-place");
        stands.setId("sensor-stands");
        hint.addClassName("soft");
        choice.setId("sensor-location");
        choice.onFilter(location -> chosen = location);
        save.setId("sensor-location-save");
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        form.addClassName("actions");
        changed.getElement().setAttribute("role", "status");
        add(title, stands, changed, form, hint);
    }

    private MonitoringWords words() {
        return scene.words();
    }

    void show(Sensor now, Scene then) {
        boolean another = sensor == null || !sensor.id().equals(now.id());
        boolean moved =
                another || !Optional.ofNullable(sensor.locationId()).equals(Optional.ofNullable(now.locationId()));
        boolean offered = scene != null
                && scene.locations().equals(then.locations())
                && scene.phrases().equals(then.phrases());
        if (another) {
            changed.setVisible(false);
        }
        sensor = now;
        scene = then;
        title.setText(words().text("monitoring.location"));
        stands.setText(scene.place(now.locationId()));
        hint.setText(words().text("sensor.location.hint"));
        choice.setAriaLabel(words().text("monitoring.location"));
        if (moved || !offered) {
            chosen = now.locationId() == null ? null : scene.locations().get(now.locationId());
            choice.narrowTo(scene.locations().values().stream().toList(), chosen);
        }
        save.setText(words().text("locations.save"));
        boolean may = places.mayChange(now.storeId());
        form.setVisible(may);
        hint.setVisible(may);
        stands.setVisible(!may);
    }

    private void save() {
        Location to = chosen;
        try {
            places.change(sensor, to == null ? null : to.id());
        } catch (SensorChanged meanwhile) {
            sensor = null;
            renew.run();
            changed.show(words().text("sensor.changed"), null);
            return;
        } finally {
            save.setEnabled(true);
        }
        changed.setVisible(false);
        Passing.tell(words().text("sensor.location.saved", words().place(to)));
        renew.run();
        long earlier = to == null ? 0 : places.withoutLocation(sensor);
        if (earlier > 0) {
            ask(earlier, to);
        }
    }

    private void ask(long earlier, Location location) {
        Sensor asked = sensor;
        ConfirmDialog question = new ConfirmDialog();
        question.setId("sensor-earlier");
        question.setHeader(words().text("sensor.earlier.title"));
        question.setText(words().text("sensor.earlier.text", earlier, words().place(location)));
        question.setConfirmText(words().text("sensor.earlier.yes"));
        question.setCancelable(true);
        question.setCancelText(words().text("sensor.earlier.no"));
        question.addConfirmListener(yes -> places.giveEarlier(asked).whenComplete((done, failure) -> {
            if (failure != null) {
                log.error("Earlier readings of the sensor {} were not all given its location", asked.id(), failure);
            }
        }));
        question.open();
    }
}
