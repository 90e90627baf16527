package org.relais.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.security.SignedInUser;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContactFormsTest extends SeededSite {

    private static final String TEXT = "Bonjour — ñ \"é\"\nligne 2 <script>";

    @Autowired
    private ContactForms forms;

    @Autowired
    private RecordTypes types;

    private String store;
    private SignedInUser user;

    @BeforeEach
    void aStore() {
        user = signIn();
        store = newStore("Centre de santé");
    }

    @Test
    void messageIsACompleteRecordForTheOpenServer() {
        String id = forms.send(store, new ContactDraft(ContactKind.SUPPORT, " a@b.org ", TEXT));

        String stored = stored("contact_form", id);
        RecordType type = types.byTable("contact_form").orElseThrow();
        assertThat(type.check(stored).problems()).isEmpty();
        JsonNode record = JsonMapper.shared().readTree(stored);
        assertThat(record.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "reply_email",
                        "body",
                        "created_datetime",
                        "user_id",
                        "username",
                        "store_id",
                        "contact_type");
        assertThat(record.path("body").stringValue()).isEqualTo(TEXT);
        assertThat(record.path("reply_email").stringValue()).isEqualTo("a@b.org");
        assertThat(record.path("contact_type").stringValue()).isEqualTo("SUPPORT");
        assertThat(record.path("user_id").stringValue()).isEqualTo(user.id());
        assertThat(record.path("username").stringValue()).isEqualTo("admin");
        assertThat(record.path("store_id").stringValue()).isEqualTo(store);
        assertThat(record.path("created_datetime").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(type.render(stored, CentralServer.OPEN, LinkResolver.NONE, RecordLookup.NONE))
                .isInstanceOf(Rendering.Send.class);
        assertThat(type.pushedTo()).containsExactly(CentralServer.OPEN);
    }

    @Test
    void messageWaitsUntilItWasSent() {
        String id = forms.send(store, new ContactDraft(ContactKind.FEEDBACK, "a@b.org", "x"));
        assertThat(forms.isWaiting(id)).isTrue();

        everythingIsSent();

        assertThat(forms.isWaiting(id)).isFalse();
    }

    @Test
    void everythingThatIsWrongIsTold() {
        assertThat(forms.problems(new ContactDraft(null, " ", "\n ")))
                .containsExactlyInAnyOrder(
                        ContactProblem.KIND_MISSING, ContactProblem.ADDRESS_MISSING, ContactProblem.TEXT_MISSING);
        assertThat(forms.problems(new ContactDraft(ContactKind.SUPPORT, "a@b", "x".repeat(5_001))))
                .containsExactlyInAnyOrder(ContactProblem.ADDRESS_INVALID, ContactProblem.TEXT_TOO_LONG);
        assertThat(forms.problems(new ContactDraft(ContactKind.SUPPORT, "a@b.org", "x".repeat(5_000))))
                .isEmpty();
    }

    @Test
    void wrongMessageIsNotTaken() {
        assertThatExceptionOfType(InvalidContact.class)
                .isThrownBy(() -> forms.send(store, new ContactDraft(ContactKind.SUPPORT, "a@b.org", "")))
                .satisfies(invalid -> assertThat(invalid.problems()).containsExactly(ContactProblem.TEXT_MISSING));
    }

    @Test
    void nobodyWritesWithoutSigningIn() {
        SecurityContextHolder.clearContext();

        assertThatThrownBy(() -> forms.send(store, new ContactDraft(ContactKind.SUPPORT, "a@b.org", "x")))
                .isInstanceOf(AccessDeniedException.class);
    }
}
