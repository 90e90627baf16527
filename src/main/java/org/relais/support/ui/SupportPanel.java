package org.relais.support.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.IOException;
import java.util.Locale;
import org.relais.administration.ui.SettingsSection;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.support.SupportBundle;
import org.springframework.context.annotation.Scope;

/** Says what the support file is and hands it to the administrator, in the page's language. */
@SpringComponent
@Scope("prototype")
@StyleSheet("assets/programs.css")
class SupportPanel extends Div implements SettingsSection {

    private final SupportBundle bundle;
    private final CurrentUser currentUser;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final Anchor download = new Anchor();
    private volatile Locale language = Locale.ENGLISH;

    SupportPanel(SupportBundle bundle, CurrentUser currentUser) {
        this.bundle = bundle;
        this.currentUser = currentUser;
        setId("support");
        addClassNames("panel", "programs-panel");
        explanation.addClassName("soft");
        download.setId("support-bundle");
        download.addClassName("link-button");
        download.setHref(this::send, AttachmentType.DOWNLOAD);
        add(title, explanation, download);
    }

    @Override
    public String name() {
        return "support";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String titleKey() {
        return "support.title";
    }

    @Override
    public void translate(Phrases phrases) {
        language = phrases.locale();
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text("support.explanation"));
        download.setText(phrases.text("support.download"));
    }

    /** The address could be passed on: whoever uses it must be an administrator, now. */
    void send(DownloadEvent event) throws IOException {
        currentUser.require(Permission.ADMINISTER_SERVER);
        event.setFileName(bundle.fileName());
        event.setContentType("application/zip");
        bundle.write(event.getOutputStream(), language);
    }
}
