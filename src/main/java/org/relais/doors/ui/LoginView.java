package org.relais.doors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.relais.language.LanguageSelect;
import org.relais.language.PhraseBook;
import org.relais.people.CurrentUser;
import org.relais.site.Site;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The page to sign in on. It is the first page that anyone loads, often over a slow link, so it is made of plain HTML: the
 * form is posted as it is, and password managers know it.
 */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
@Tag("main")
class LoginView extends Component implements HasStyle, BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** A day, in seconds: what the address says beyond that was typed by hand. */
    private static final long LONGEST_WAIT = 86_400;

    private final transient CurrentUser currentUser;
    private final transient Site site;
    private final transient PhraseBook phraseBook;
    private final H1 heading = new H1("Relais");
    private final Paragraph purpose = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final NativeLabel nameLabel = new NativeLabel();
    private final Input name = new Input();
    private final NativeLabel passwordLabel = new NativeLabel();
    private final Input password = new Input();
    private final NativeButton reveal = new NativeButton();
    private final NativeButton submit = new NativeButton();
    private final Paragraph help = new Paragraph();
    private boolean revealed;
    private SignInProblem reason = SignInProblem.NONE;
    private long seconds;

    LoginView(CurrentUser currentUser, Site site, LanguageSelect languages, PhraseBook phraseBook) {
        this.currentUser = currentUser;
        this.site = site;
        this.phraseBook = phraseBook;
        setId("login");
        addClassName("login");
        field(name, nameLabel, "username", "text", "username");
        name.getElement().setAttribute("autocapitalize", "none").setAttribute("spellcheck", false);
        name.getElement().setAttribute("autofocus", true);
        field(password, passwordLabel, "password", "password", "current-password");
        problem.setId("login-problem");
        problem.addClassName("login-problem");
        problem.getElement().setAttribute("role", "alert");
        reveal.addClassName("login-reveal");
        reveal.getElement().setAttribute("type", "button");
        reveal.addClickListener(click -> reveal(!revealed));
        submit.setId("sign-in");
        submit.getElement().setAttribute("type", "submit");
        help.addClassName("login-help");
        Div card = new Div(heading, purpose, problem);
        card.addClassName("login-card");
        card.getElement().appendChild(form());
        card.add(help);
        getElement().appendChild(languages.getElement(), card.getElement());
        reveal(false);
    }

    private Element form() {
        Div passwordBox = new Div(password, reveal);
        passwordBox.addClassName("login-password");
        Element form = new Element("form").setAttribute("method", "post").setAttribute("action", "login");
        form.appendChild(
                nameLabel.getElement(),
                name.getElement(),
                passwordLabel.getElement(),
                passwordBox.getElement(),
                submit.getElement());
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendChild(new Element("input")
                    .setAttribute("type", "hidden")
                    .setAttribute("name", token.getParameterName())
                    .setAttribute("value", token.getToken()));
        }
        return form;
    }

    private static void field(Input field, NativeLabel label, String name, String type, String autocomplete) {
        field.setId(name);
        field.setType(type);
        field.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true);
        label.setFor(field);
    }

    private void reveal(boolean show) {
        revealed = show;
        password.setType(show ? "text" : "password");
        reveal.setText(getTranslation(show ? "login.hide" : "login.show"));
        reveal.getElement().setAttribute("aria-label", getTranslation("login.reveal"));
        reveal.getElement().setAttribute("aria-pressed", Boolean.toString(show));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        Map<String, List<String>> parameters =
                event.getLocation().getQueryParameters().getParameters();
        reason = SignInProblem.in(parameters.keySet());
        seconds = reason.lasts() ? seconds(parameters.get(reason.parameter())) : 0;
        if (reason == SignInProblem.NONE && !site.initialised()) {
            reason = SignInProblem.UNCONFIGURED;
        }
        show();
    }

    private static long seconds(List<String> values) {
        try {
            return Math.clamp(Long.parseLong(values.getFirst()), 1, LONGEST_WAIT);
        } catch (NumberFormatException typedByHand) {
            return 1;
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show();
    }

    private void show() {
        purpose.setText(getTranslation("login.purpose"));
        nameLabel.setText(getTranslation("login.name"));
        passwordLabel.setText(getTranslation("login.password"));
        submit.setText(getTranslation("login.submit"));
        help.setText(getTranslation("login.help"));
        reveal(revealed);
        problem.setVisible(reason != SignInProblem.NONE);
        problem.getElement().setAttribute("data-tone", reason.calm() ? "calm" : "bad");
        problem.setText(reason == SignInProblem.NONE ? "" : problem());
    }

    private String problem() {
        return reason == SignInProblem.BLOCKED
                ? getTranslation(reason.key(), phraseBook.of(UI.getCurrent()).duration(Duration.ofSeconds(seconds)))
                : getTranslation(reason.key(), seconds);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title");
    }
}
