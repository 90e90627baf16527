package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.vocabulary.ProgramVersion;

/** Under which address phones reach this server. */
class ServerCardTest extends SyncPages {

    @Test
    void enlargesTheQrCodeAndClosesItAgain() {
        open(Statuses.calm());
        assertThat(text("server-url")).isEqualTo("http://192.168.1.20:8080");

        test((NativeButton) byId("server-qr")).click();
        assertThat(find(Dialog.class).single().isOpened()).isTrue();

        test((NativeButton) byId("server-qr-large")).click();
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void saysWhichVersionThisIs() {
        open(Statuses.calm());

        assertThat(text("server-card")).contains(ProgramVersion.ofThisProgram().number());
    }

    @Test
    void saysThatNoPhoneCanReachThisServer() {
        when(addresses.reachable(any())).thenReturn(List.of());
        open(Statuses.calm());

        assertThat(shown("server-qr")).isFalse();
        assertThat(text("server-card")).contains("aucune adresse accessible depuis un téléphone");
    }

    @Test
    void saysThatTheAddressAnswersOnThisMachineOnly() {
        open(Statuses.calm());
        assertThat(shown("server-local")).isFalse();

        when(addresses.onlyThisMachine(any())).thenReturn(true);
        navigate("", Component.class);
        navigate(SyncView.class);
        assertThat(text("server-local")).contains("ne répond qu’à cet ordinateur");
    }
}
