package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.people.Permission;

/** What stands in place of the sensors of a store that has none: how the first phone is connected. */
class FirstPhone extends Div implements LocaleChangeObserver {

    private final H2 title = new H2();
    private final Paragraph lead = new Paragraph();
    private final Map<String, ListItem> steps = new LinkedHashMap<>();
    private final Anchor help = new Anchor("help/cold-chain");
    private final Anchor code = new Anchor("synchronisation");

    FirstPhone() {
        setId("cold-chain-empty");
        addClassNames("panel", "first-phone");
        OrderedList list = new OrderedList();
        list.addClassName("first-phone-steps");
        List.of("app", "code", "user", "test").forEach(step -> steps.put(step, new ListItem()));
        steps.values().forEach(list::add);
        Stream.of(help, code).forEach(link -> {
            link.addClassName("link-button");
            link.getElement().setAttribute("router-link", true);
        });
        Div actions = new Div(help, code);
        actions.addClassName("actions");
        add(title, lead, list, actions);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(getTranslation("cold-chain.empty.title"));
        lead.setText(getTranslation("cold-chain.empty.lead"));
        steps.forEach((step, item) ->
                item.setText(getTranslation("cold-chain.empty.step." + step, Permission.SEND_TEMPERATURES.number())));
        help.setText(getTranslation("cold-chain.empty.help"));
        code.setText(getTranslation("home.open-sync"));
    }
}
