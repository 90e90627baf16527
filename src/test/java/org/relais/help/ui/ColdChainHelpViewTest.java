package org.relais.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.components.Notice;
import org.relais.help.PhoneDoor;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

class ColdChainHelpViewTest extends SeededSite {

    @Autowired
    private PhoneDoor door;

    @BeforeEach
    void somebody() {
        signIn();
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
        navigate(ColdChainHelpView.class);
    }

    @Test
    void everyStepHasAPictureWhichIsToldToThoseWhoDoNotSeeIt() {
        assertThat(find(Svg.class).all())
                .hasSize(6)
                .extracting(picture -> picture.getElement().getAttribute("aria-label"))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).isNotBlank());
    }

    @Test
    void pageSaysWhetherThisServerTakesTemperatures() {
        List<ListItem> later = find(ListItem.class).all().stream()
                .filter(step -> "later".equals(step.getElement().getAttribute("data-state")))
                .toList();

        assertThat(find(Notice.class).withId("phones-later").exists()).isEqualTo(!door.isOpen());
        assertThat(later).hasSize(door.isOpen() ? 0 : 2);
    }

    @Test
    void permissionIsNamedByItsNumber() {
        assertThat(find(ListItem.class).all())
                .anySatisfy(paragraph -> assertThat(paragraph.getText()).contains("(permission 201)"));
    }
}
