package org.relais.sync.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.util.List;
import org.relais.components.Choice;
import org.relais.language.Phrases;

/**
 * Which server this is: its address as phones reach it, the same address as a QR code that can be enlarged, the site's name
 * and the version.
 */
@StyleSheet("assets/server.css")
class ServerCard extends Aside {

    private final List<URI> addresses;
    private URI chosen;
    private final Term urlTerm = new Term();
    private final Code url = new Code();
    private final Choice<URI> choice = new Choice<>(URI::toString);
    private final Term siteTerm = new Term();
    private final Description siteName = new Description();
    private final Term versionTerm = new Term();
    private final NativeButton qr = new NativeButton();
    private final Image small = new Image();
    private final Paragraph none = new Paragraph();
    private final Span local = new Span();
    private final Dialog enlarged = new Dialog();
    private final NativeButton shrink = new NativeButton();
    private final Image large = new Image();
    private final Span largeUrl = new Span();
    private final Span largeHint = new Span();

    /**
     * A card for one page.
     *
     * @param addresses those to choose from, the best first
     * @param onlyHere whether none of them can be reached from another machine yet
     */
    ServerCard(List<URI> addresses, boolean onlyHere, String version) {
        this.addresses = addresses;
        this.chosen = addresses.isEmpty() ? null : addresses.getFirst();
        setId("server-card");
        addClassName("server-card");
        url.setId("server-url");
        choice.setId("server-choice");
        choice.setVisible(addresses.size() > 1);
        choice.onChoice(this::choose);
        qr.setId("server-qr");
        qr.addClassName("qr-button");
        qr.getElement().setAttribute("type", "button");
        qr.add(small);
        qr.addClickListener(click -> enlarged.open());
        none.addClassName("server-none");
        none.setVisible(chosen == null);
        local.setId("server-local");
        local.addClassName("server-local");
        local.setVisible(onlyHere && chosen != null);
        DescriptionList facts = new DescriptionList();
        facts.addClassName("server-facts");
        facts.add(urlTerm, new Description(url, choice, local));
        facts.add(siteTerm, siteName);
        facts.add(versionTerm, new Description(version));
        add(facts, qr, none, enlarged);
        prepareEnlarged();
        draw();
    }

    private void prepareEnlarged() {
        shrink.setId("server-qr-large");
        shrink.addClassName("qr-large");
        shrink.getElement().setAttribute("type", "button");
        largeUrl.addClassName("qr-url");
        largeHint.addClassName("qr-hint");
        shrink.add(large, largeUrl, largeHint);
        shrink.addClickListener(click -> enlarged.close());
        enlarged.addClassName("qr-dialog");
        enlarged.add(shrink);
        enlarged.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                shrink.focus();
            }
        });
        enlarged.setCloseOnEsc(true);
        enlarged.setCloseOnOutsideClick(true);
    }

    private static Span part(String text) {
        Span part = new Span(text);
        part.addClassName("url-part");
        return part;
    }

    /** Where the port begins, or the end where there is none. */
    private static int beforePort(URI address, String text) {
        int port = address.getPort() < 0 ? -1 : text.lastIndexOf(":" + address.getPort());
        return port < 0 ? text.length() : port;
    }

    private void choose(URI address) {
        chosen = address;
        draw();
    }

    private void draw() {
        qr.setVisible(chosen != null);
        url.setVisible(chosen != null && addresses.size() == 1);
        if (chosen == null) {
            return;
        }
        String text = chosen.toString();
        String picture = new QrCode(text).dataUrl();
        url.removeAll();
        url.add(part(text.substring(0, beforePort(chosen, text))), part(text.substring(beforePort(chosen, text))));
        largeUrl.setText(text);
        small.setSrc(picture);
        large.setSrc(picture);
        small.setAlt(text);
        large.setAlt(text);
    }

    /** Shows the words in a language and the site's name, null before the site is set up. */
    void show(String site, Phrases phrases) {
        getElement().setAttribute("aria-label", phrases.text("server.title"));
        urlTerm.setText(phrases.text("server.url"));
        siteTerm.setText(phrases.text("server.site"));
        versionTerm.setText(phrases.text("server.version"));
        siteName.setText(site == null ? phrases.text("server.site.unknown") : site);
        choice.setAriaLabel(phrases.text("server.choose"));
        choice.offer(addresses, chosen);
        none.setText(phrases.text("server.none"));
        local.setText(phrases.text("server.local"));
        qr.setAriaLabel(phrases.text("server.qr"));
        enlarged.getElement().setAttribute("aria-label", phrases.text("server.title"));
        shrink.setAriaLabel(phrases.text("server.qr.close"));
        largeHint.setText(phrases.text("server.qr.hint"));
    }
}
