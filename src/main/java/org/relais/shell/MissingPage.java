package org.relais.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Stands where a mistyped or old address leads, in the frame of every page, so that the way back is one tap. */
@ParentLayout(MainLayout.class)
@PermitAll
class MissingPage extends Section
        implements HasErrorParameter<NotFoundException>, LocaleChangeObserver, HasDynamicTitle {

    private final H1 title = new H1();
    private final Paragraph hint = new Paragraph();
    private final Anchor home = new Anchor("");

    MissingPage() {
        setId("missing-page");
        addClassName("page");
        Header header = new Header(title);
        header.addClassName("page-head");
        home.addClassName("link-button");
        home.getElement().setAttribute("router-link", true);
        add(header, hint, home);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> nothing) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(getTranslation("missing.title"));
        hint.setText(getTranslation("missing.hint"));
        home.setText(getTranslation("missing.home"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("missing.title") + " · " + getTranslation("app.name");
    }
}
