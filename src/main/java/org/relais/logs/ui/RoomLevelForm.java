package org.relais.logs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.relais.components.Choice;
import org.relais.components.Passing;
import org.relais.language.Phrases;
import org.relais.logs.RoomLevels;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.springframework.boot.logging.LogLevel;

/** Has a room of the program write more to the log, or less, until the next start. */
class RoomLevelForm extends Div {

    private final RoomLevels levels;
    private final CurrentUser person;
    private final H3 title = new H3();
    private final Paragraph explanation = new Paragraph();
    private final Choice<String> rooms = new Choice<>(room -> room);
    private final Choice<LogLevel> level = new Choice<>(LogLevel::name);
    private String room;
    private Phrases phrases;

    RoomLevelForm(RoomLevels levels, CurrentUser person) {
        this.levels = levels;
        this.person = person;
        setId("log-rooms");
        explanation.addClassName("soft");
        rooms.setId("log-room");
        rooms.onChoice(chosen -> {
            room = chosen;
            offerLevel();
        });
        level.setId("log-room-level");
        level.onChoice(this::choose);
        Div tools = new Div(rooms, level);
        tools.addClassName("list-tools");
        add(title, explanation, tools);
    }

    void translate(Phrases language) {
        phrases = language;
        title.setText(phrases.text("logs.rooms"));
        explanation.setText(phrases.text("logs.rooms.hint"));
        rooms.setAriaLabel(phrases.text("logs.room"));
        level.setAriaLabel(phrases.text("logs.room.level"));
        List<String> known = levels.rooms();
        room = room == null || !known.contains(room) ? known.getFirst() : room;
        rooms.offer(known, room);
        offerLevel();
    }

    private void offerLevel() {
        level.offer(RoomLevels.OFFERED, levels.of(room).orElse(LogLevel.INFO));
    }

    private void choose(LogLevel chosen) {
        person.require(Permission.ADMINISTER_SERVER);
        levels.set(room, chosen, person.get().name());
        Passing.tell(phrases.text("logs.room.chosen", room, chosen.name()));
    }
}
