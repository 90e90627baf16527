package org.relais.components;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A part of the first page: a question that people have when they come, and its answer. Any room may have one, and needs to touch
 * no other room for it: the first page shows all that are Spring beans of the scope <em>prototype</em>, in the order of their
 * {@link org.springframework.core.annotation.Order}; those who have nothing to say to the person hide themselves.
 */
public abstract class HomeSection extends Section implements LocaleChangeObserver {

    private static final Logger log = LoggerFactory.getLogger(HomeSection.class);

    private final Span sign = Glyph.INFO.create();
    private final H2 question = new H2();
    private final Div answer = new Div();

    /** A part without words yet; {@code id} marks it. */
    protected HomeSection(String id) {
        setId(id);
        addClassName("home-section");
        question.setId(id + "-question");
        getElement().setAttribute("aria-labelledby", id + "-question");
        answer.addClassName("home-answer");
        Span disc = new Span(sign);
        disc.addClassName("home-sign");
        Div words = new Div(question, answer);
        words.addClassName("home-words");
        add(disc, words);
    }

    /** Says everything in the page's language; called when the page is opened and whenever its language changes. */
    protected abstract void translate();

    /**
     * Says everything anew. Where the database does not answer, this part is not shown and the first page opens without it: the
     * page's own notice says what is wrong.
     */
    protected final void say() {
        try {
            setVisible(true);
            translate();
        } catch (DataAccessException | TransactionException away) {
            setVisible(false);
            log.debug("{} has nothing to say without the database", getId().orElseThrow(), away);
        }
    }

    /** Asks the question. */
    protected final void ask(String words) {
        question.setText(words);
    }

    /** Says at a glance how things stand; {@code tone} is {@code good}, {@code calm}, {@code warn} or {@code bad}. */
    protected final void show(Glyph glyph, String tone) {
        glyph.show(sign);
        getElement().setAttribute("data-tone", tone);
    }

    /** Where the answer stands. */
    protected final Div answer() {
        return answer;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        say();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        say();
    }
}
