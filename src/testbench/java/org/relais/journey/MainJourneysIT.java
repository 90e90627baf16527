package org.relais.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.testbench.HasElementQuery;
import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchElement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;

/** The three main journeys once more, with Vaadin TestBench; to run them takes its licence (docs/decisions/0095). */
class MainJourneysIT extends JourneySite implements HasElementQuery {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> STEPS =
            List.of("push-v6", "push", "pull-central", "pull-remote", "pull-v6", "integrate");

    private WebDriver driver;

    @Override
    public SearchContext getContext() {
        return driver;
    }

    @AfterEach
    void quit() {
        if (driver != null) {
            driver.quit();
        }
    }

    @Test
    void aRunInFrench() {
        aRun("fr", "Synchroniser maintenant", "Pull Central", "Pull Remote", "Réussie");
    }

    @Test
    void aRunInSpanish() {
        aRun("es", "¡Sincronizar ahora!", "Obtener Centralmente", "Obtener Remotamente", "Correcta");
    }

    @Test
    void anErrorWithItsDetails() {
        signIn("fr");
        network.faults()
                .add(Fault.always(FaultKind.LEGACY_ERROR, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .saying("site_incorrect_password"));
        byId("sync-now").click();

        waitFor("push", "failed");
        new Actions(driver).moveToElement(byId("step-error-push")).perform();
        TestBenchElement details = waitForOpenDetails();
        assertThat(details.getText())
                .contains("serveur central mSupply", "GET /sync/v5/site", "wrong-password", "site_incorrect_password");
        new Actions(driver).sendKeys(Keys.ESCAPE).perform();
        waitUntil(() -> $("vaadin-popover").withAttribute("opened").all().isEmpty());
    }

    private void aRun(String language, String button, String pullCentral, String pullRemote, String outcome) {
        signIn(language);
        assertThat(byId("sync-now").getText()).contains(button);
        assertThat(step("pull-central").getText()).contains(pullCentral);
        assertThat(step("pull-remote").getText()).contains(pullRemote);
        byId("sync-now").click();

        waitUntil(() -> !byId("sync-now").isEnabled());
        waitUntil(() -> byId("sync-now").isEnabled());
        STEPS.forEach(step -> waitFor(step, "done"));
        assertThat(byId("last-sync").getText()).contains(outcome);
    }

    private void signIn(String language) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--lang=" + language);
        String chromium = System.getenv("RELAIS_CHROMIUM");
        if (chromium != null) {
            options.setBinary(chromium);
        }
        driver = TestBench.createDriver(new ChromeDriver(options));
        driver.get(address() + "/login");
        byId("username").sendKeys(Visitor.NAME);
        byId("password").sendKeys(Visitor.PASSWORD);
        byId("sign-in").click();
        waitUntil(() -> !$("vaadin-app-layout").all().isEmpty());
        driver.get(address() + "/synchronisation");
        waitUntil(() -> byId("sync-now").isEnabled());
    }

    private TestBenchElement waitForOpenDetails() {
        waitUntil(() -> !$("vaadin-popover").withAttribute("opened").all().isEmpty());
        return $("vaadin-popover").withAttribute("opened").first();
    }

    private TestBenchElement byId(String id) {
        return $("*").id(id);
    }

    private TestBenchElement step(String key) {
        return $("li").withAttribute("data-step", key).single();
    }

    private void waitFor(String step, String state) {
        waitUntil(() -> state.equals(step(step).getDomAttribute("data-state")));
    }

    private void waitUntil(BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE).until(any -> condition.getAsBoolean());
    }
}
