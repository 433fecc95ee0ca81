package org.pabean;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * One person's headless Chromium. Whatever it is asked for, it waits for, as a person would; it
 * never sleeps.
 */
final class Browser implements AutoCloseable {

  /** The condition of all tests that need one. */
  static final String IS_INSTALLED = "org.pabean.Browser#isInstalled";

  /** What is said of tests that are skipped without one. */
  static final String IS_MISSING =
      "chromium and chromedriver are not on the path"
          + " (on Debian: apt-get install chromium chromium-driver)";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final Path profile;
  private final ChromeDriver driver;
  private final WebDriverWait wait;

  private Browser(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    wait.ignoring(StaleElementReferenceException.class, NoSuchElementException.class);
  }

  /** Whether Chromium and its driver are on the path. */
  static boolean isInstalled() {
    return onPath("chromium").isPresent() && onPath("chromedriver").isPresent();
  }

  /** Opens a browser that knows nothing of any other. */
  static Browser open() {
    try {
      Path profile = Files.createTempDirectory(Files.createDirectories(TARGET), "browser-");
      // Both programs are named, so that Selenium looks for none and fetches none.
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(onPath("chromedriver").orElseThrow())
              .usingAnyFreePort()
              .withLogFile(profile.resolve("chromedriver.log").toFile())
              .build();
      var browser = new Browser(profile, new ChromeDriver(service, options(profile)));
      // Axe looks at every element of a page, which takes a busy machine longer than it may seem.
      browser.driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
      browser.size(1280, 800);
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChromeOptions options(Path profile) {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(onPath("chromium").orElseThrow());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1280,800",
        "--user-data-dir=" + profile.resolve("profile"));
    return options;
  }

  private static Optional<File> onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(directory -> new File(directory, program))
        .filter(File::canExecute)
        .findFirst();
  }

  /** What the page may fill; a window's own size would count its frame and never be that narrow. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void visit(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  String title() {
    return driver.getTitle();
  }

  /** All that can be read, capitals as they were written. */
  String text() {
    return String.valueOf(run("return document.querySelector('main').innerText"));
  }

  /** Waits until the page says this, in whatever case it is set. */
  void see(String sentence) {
    String wanted = plain(sentence);
    wait.withMessage(() -> "'%s' is not on the page, which says:%n%s".formatted(sentence, text()))
        .until(d -> plain(text()).contains(wanted));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** Waits for an element that can be seen. */
  WebElement find(String css) {
    wait.withMessage(() -> "nothing to see at '%s' of %s".formatted(css, address()));
    return wait.until(
        d -> {
          WebElement found = d.findElement(By.cssSelector(css));
          return found.isDisplayed() ? found : null;
        });
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** The texts of all elements, the hidden ones left out. */
  List<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).filter(text -> !text.isEmpty()).toList();
  }

  /** Presses the button, or follows the link, that carries this label. */
  void press(String label) {
    By by =
        By.xpath(
            "//*[self::button or self::a][contains(normalize-space(.), \"%s\")]".formatted(label));
    wait.withMessage(() -> "no button or link '%s' on %s".formatted(label, address()));
    wait.until(
            d ->
                d.findElements(by).stream()
                    .filter(found -> found.isDisplayed() && found.isEnabled())
                    .findFirst()
                    .orElse(null))
        .click();
  }

  /** Writes into the field with this name. */
  void type(String field, String text) {
    find("[name='%s']".formatted(field)).sendKeys(text);
  }

  /** Chooses a file; the field itself is hidden under a larger one that says so. */
  void choose(Path file) {
    driver.findElement(By.cssSelector("input[type=file]")).sendKeys(file.toString());
  }

  /** Presses keys wherever the cursor is. */
  void keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses a key while another is held. */
  void keysWith(CharSequence held, CharSequence key) {
    new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** Waits until the cursor is in the field with this name. */
  void atField(String name) {
    wait.withMessage(() -> "the cursor is not in '%s'".formatted(name));
    wait.until(d -> name.equals(d.switchTo().activeElement().getDomAttribute("name")));
  }

  /** Waits until nothing is on its way to the server. */
  void quiet() {
    wait.withMessage("the page is still talking to the server");
    wait.until(d -> run("return document.querySelector('.htmx-request')") == null);
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  /**
   * What axe finds on the page, apart from its frame, that people with a screen reader, a keyboard
   * or weak sight would stumble over, by the rules of WCAG A and AA.
   */
  List<String> barriers() {
    if (!Boolean.TRUE.equals(run("return 'axe' in window"))) {
      driver.executeScript(Axe.SOURCE);
    }
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
            axe.run('main', {runOnly: rules, resultTypes: ['violations']}).then(
              (r) => done(r.violations.map((v) =>
                v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map((n) =>
                  n.html.slice(0, 160) + ' (' + (n.any[0] ? n.any[0].message : '') + ')').join(' | '))),
              (e) => done(['axe failed: ' + e]));
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Axe, read once. */
  private static final class Axe {
    private static final String SOURCE = read();

    private static String read() {
      try (var script =
          new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")
              .getInputStream()) {
        return new String(script.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes the page look as it does for who wishes dark. */
  void dark(boolean wished) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", wished ? "dark" : "light"))));
  }

  /** Waits until the page hears what happens at the desk. */
  void live() {
    wait.withMessage("the page does not hear what happens");
    wait.until(d -> "on".equals(run("return document.documentElement.dataset.live")));
  }

  /** The addresses of this server that the page links to. */
  List<URI> links() {
    URI here = URI.create(address());
    return all("a[href]").stream()
        .map(link -> URI.create(String.valueOf(link.getDomProperty("href"))))
        .filter(link -> String.valueOf(here.getAuthority()).equals(link.getAuthority()))
        .distinct()
        .toList();
  }

  /** The cookies, as a request's header has them. */
  String cookies() {
    Stream<Cookie> cookies = driver.manage().getCookies().stream();
    return String.join("; ", cookies.map(c -> c.getName() + "=" + c.getValue()).toList());
  }

  /** What went wrong in the browser since it was last asked. */
  List<String> faults() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        // Of axe itself, which looks at colours over and over.
        .filter(message -> !message.contains("willReadFrequently"))
        .toList();
  }

  /** Keeps a picture of what is on the screen, or of the whole page. */
  void shoot(String name, boolean whole) {
    Map<String, Object> picture =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    try {
      Path directory = Files.createDirectories(TARGET.resolve("screenshots"));
      Path file = directory.resolve(URLEncoder.encode(name, UTF_8) + ".png");
      Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void shoot(String name) {
    shoot(name, false);
  }

  @Override
  public void close() {
    driver.quit();
    try {
      FileSystemUtils.deleteRecursively(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
