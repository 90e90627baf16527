package org.relais.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relais.site.SiteDraft;
import org.relais.site.SiteSettings;

class SiteFieldsTest {

    private static final SiteSettings BEFORE = known("http://one.example.org", "Site 2");
    private static final SiteSettings KEPT = known("http://two.example.org", "Site 3");

    private final SiteFields fields = new SiteFields();

    @Test
    void whatWasChangedWhileTheCentralServersWereAskedStays() {
        fields.fill(BEFORE);
        text("central-url").setValue(" http://two.example.org ");
        text("site-name").setValue("Site 3");
        SiteDraft asked = fields.draft();
        text("site-name").setValue("Site 4");

        fields.settle(KEPT, asked);

        assertThat(text("central-url").getValue()).isEqualTo("http://two.example.org");
        assertThat(text("site-name").getValue()).isEqualTo("Site 4");
        assertThat(fields.changed(Optional.of(KEPT))).isTrue();
    }

    private TextField text(String id) {
        return (TextField) fields.getChildren()
                .filter(field -> field.getId().filter(id::equals).isPresent())
                .findFirst()
                .<Component>map(field -> field)
                .orElseThrow();
    }

    private static SiteSettings known(String url, String name) {
        return new SiteSettings(
                URI.create(url), name, "0".repeat(32), null, null, null, null, Instant.EPOCH, null, null);
    }
}
