package org.relais.coldchain.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.WatchedSensor;
import org.relais.components.Choice;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;
import org.relais.site.ServerAddress;
import org.relais.sync.ui.Browser;

/** A sheet for the door of a fridge: what stands in it may be how warm, what to do when it is not, and the code for phones. */
@Route("cold-chain/poster/:sensor")
@RouteAlias("chaine-du-froid/affiche/:sensor")
@RouteAlias("cadena-de-frio/cartel/:sensor")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/poster.css")
class PosterView extends TitledPage implements BeforeEnterObserver {

    private final ColdChain coldChain;
    private final Desk desk;
    private final List<URI> addresses;
    private final boolean onlyHere;
    private final Notice missing = new Notice("poster-missing", Glyph.INFO, "calm");
    private final Notice local = new Notice("poster-local", Glyph.INFO, "warn");
    private final Choice<URI> choice = new Choice<>(URI::toString);
    private final Anchor sensor = new Anchor();
    private final NativeButton print = new NativeButton();
    private final PosterSheet sheet = new PosterSheet();
    private URI chosen;
    private Optional<WatchedSensor> watched = Optional.empty();

    PosterView(ColdChain coldChain, Desk desk, ServerAddress serverAddress, PhraseBook phraseBook) {
        super(phraseBook, "poster.title", MonitoringFilter.PATH, "report.back");
        this.coldChain = coldChain;
        this.desk = desk;
        URI origin = Browser.origin();
        this.addresses = serverAddress.reachable(origin);
        this.onlyHere = serverAddress.onlyThisMachine(origin);
        this.chosen = addresses.isEmpty() ? null : addresses.getFirst();
        addClassNames("lookback-page", "poster-page");
        choice.setId("poster-address");
        choice.onChoice(address -> {
            chosen = address;
            say();
        });
        print.setId("poster-print");
        print.addClassName("quiet-button");
        print.getElement().setAttribute("type", "button");
        print.addClickListener(click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        sensor.addClassName("link-button");
        sensor.getElement().setAttribute("router-link", true);
        actions(choice, sensor, print);
        add(missing, local, sheet);
    }

    static String address(String sensorId) {
        return "cold-chain/poster/" + sensorId;
    }

    /** A link to a sensor's poster, without words yet. */
    static Anchor link(String sensorId) {
        Anchor link = new Anchor();
        link.setHref(address(sensorId));
        link.addClassName("poster-link");
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** Gives such a link its words; where several stand on a page, a screen reader is told whose poster it is. */
    static void name(Anchor link, WatchedSensor watched, ColdChainWords words) {
        link.setText(words.text("poster.link"));
        link.setAriaLabel(words.text("poster.link.of", watched.sensor().name()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        watched = event.getRouteParameters()
                .get("sensor")
                .flatMap(coldChain::find)
                .filter(found -> found.sensor().storeId() != null
                        && desk.mayView(found.sensor().storeId()));
        say();
    }

    @Override
    protected void translate(Phrases phrases) {
        boolean there = watched.isPresent();
        sheet.setVisible(there);
        print.setVisible(there);
        sensor.setVisible(there);
        choice.setVisible(there && addresses.size() > 1);
        local.setVisible(false);
        missing.setVisible(false);
        if (!there) {
            missing.show(phrases.text("sensor.missing.text"), null);
            return;
        }
        if (onlyHere && chosen != null) {
            local.show(phrases.text("server.local"), null);
        }
        choice.setAriaLabel(phrases.text("server.choose"));
        choice.offer(addresses, chosen);
        sensor.setText(phrases.text("sensor.page"));
        sensor.setHref(SensorView.address(watched.get().sensor().id()));
        print.setText(phrases.text("breach.print"));
        sheet.show(watched.get(), chosen, new ColdChainWords(phrases));
    }
}
