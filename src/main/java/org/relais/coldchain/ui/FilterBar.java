package org.relais.coldchain.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.Sensor;
import org.relais.components.Filter;
import org.relais.locations.Location;

/** By what a person narrows what the monitoring page shows. Each choice goes to an address of its own. */
class FilterBar extends Div {

    private final NativeDetails sensors = new NativeDetails();
    private final Div sensorList = new Div();
    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();
    private final Filter<Location> locations = new Filter<>(
            () -> text("monitoring.location.all"), location -> scene().words().place(location));
    private final Filter<BreachType> types = new Filter<>(
            () -> text("monitoring.type.all"), type -> scene().words().type(type));
    private final DayField from = new DayField("monitoring-from");
    private final DayField to = new DayField("monitoring-to");
    private final Checkbox unacknowledged = new Checkbox();
    private final Anchor all = new Anchor();
    private final Consumer<MonitoringFilter> chosen;
    private List<Sensor> offered = List.of();
    private Scene scene;

    /** @param chosen is told what the person wants to see */
    FilterBar(Consumer<MonitoringFilter> chosen) {
        this.chosen = chosen;
        addClassName("filter-bar");
        sensors.setId("monitoring-sensors");
        sensors.addClassNames("sensor-filter");
        sensorList.addClassName("sensor-list");
        sensorList.getElement().setAttribute("role", "group");
        sensors.setContent(sensorList);
        locations.setId("monitoring-location");
        locations.onFilter(location -> chosen.accept(scene.filter().at(location == null ? null : location.id())));
        types.setId("monitoring-type");
        types.onFilter(type -> chosen.accept(scene.filter().of(type)));
        from.onDay(
                day -> chosen.accept(scene.filter().between(day, scene.filter().to())));
        to.onDay(day -> chosen.accept(scene.filter().between(scene.filter().from(), day)));
        unacknowledged.setId("monitoring-unacknowledged");
        unacknowledged.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(scene.filter().onlyUnacknowledged(change.getValue()));
            }
        });
        all.setId("monitoring-all");
        all.addClassName("back-link");
        all.addClassName("filter-all");
        all.getElement().setAttribute("router-link", true);
        add(sensors, locations, types, from, to, unacknowledged, all);
    }

    private Scene scene() {
        return scene;
    }

    private String text(String key, Object... parameters) {
        return scene.phrases().text(key, parameters);
    }

    void show(Scene now) {
        scene = now;
        MonitoringFilter filter = now.filter();
        boolean ofBreaches = filter.tab() == MonitoringTab.BREACHES;
        showSensors(now);
        locations.setAriaLabel(text("monitoring.location"));
        locations.narrowTo(
                List.copyOf(now.locations().values()), now.locations().get(filter.location()));
        locations.setVisible(!now.locations().isEmpty());
        types.setAriaLabel(text("monitoring.type"));
        types.narrowTo(List.of(BreachType.values()), filter.type());
        types.setVisible(ofBreaches);
        from.say(text("monitoring.from"));
        from.show(filter.from());
        to.say(text("monitoring.to"));
        to.show(filter.to());
        unacknowledged.setLabel(text("monitoring.unacknowledged"));
        unacknowledged.setValue(filter.unacknowledged());
        unacknowledged.setVisible(ofBreaches);
        all.setText(text("monitoring.all"));
        all.setHref(new MonitoringFilter(
                        filter.tab(), filter.store(), Set.of(), null, null, null, null, false, Period.DAY, null, null)
                .address());
        all.setVisible(filter.narrows());
    }

    private void showSensors(Scene now) {
        Set<String> wanted = now.filter().sensors();
        if (!offered.equals(now.sensors())) {
            offered = now.sensors();
            sensorList.removeAll();
            boxes.clear();
            offered.forEach(sensor -> boxes.put(sensor.id(), box(sensor)));
            boxes.values().forEach(sensorList::add);
        }
        boxes.forEach((id, box) -> box.setValue(wanted.contains(id)));
        long known = wanted.stream().filter(boxes::containsKey).count();
        sensors.setSummaryText(known == 0 ? text("monitoring.sensors.all") : text("monitoring.sensors.some", known));
        sensorList.getElement().setAttribute("aria-label", text("monitoring.sensors"));
        sensors.setVisible(!offered.isEmpty());
    }

    private Checkbox box(Sensor sensor) {
        Checkbox box = new Checkbox(sensor.name());
        box.getElement().setAttribute("data-sensor-filter", sensor.id());
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Set<String> wanted = new TreeSet<>(scene.filter().sensors());
                if (change.getValue()) {
                    wanted.add(sensor.id());
                } else {
                    wanted.remove(sensor.id());
                }
                chosen.accept(scene.filter().ofSensors(wanted));
            }
        });
        return box;
    }
}
