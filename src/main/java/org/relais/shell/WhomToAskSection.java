package org.relais.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.relais.components.Glyph;
import org.relais.components.HomeSection;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** Whom does one ask when something is wrong? Whoever looks after the network, by the form of the Help page. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(30)
class WhomToAskSection extends HomeSection {

    private final Paragraph words = new Paragraph();
    private final Anchor write = new Anchor("help");

    WhomToAskSection() {
        super("home-whom-to-ask");
        write.setId("home-ask");
        write.addClassName("link-button");
        write.getElement().setAttribute("router-link", true);
        Div line = new Div(words, write);
        line.addClassName("home-line");
        answer().add(line);
    }

    @Override
    protected void translate() {
        ask(getTranslation("home.question.whom-to-ask"));
        show(Glyph.HELP, "calm");
        words.setText(getTranslation("home.ask.support"));
        write.setText(getTranslation("home.ask.write"));
    }
}
