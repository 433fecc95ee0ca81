package org.pabean.document;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;
import org.xhtmlrenderer.layout.breaker.LineBreakingStrategy;
import org.xhtmlrenderer.layout.breaker.ListBreakPointsProvider;
import org.xhtmlrenderer.pdf.DefaultPDFCreationListener;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Sets a page as PDF, in the fonts that come with the program. Equal pages of the same day give
 * equal files, byte for byte.
 */
@Component
public class PdfPress {

  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final SpringTemplateEngine templates = templates();

  /**
   * Sets a page.
   *
   * @param template the file's name, without ending
   * @param model what the template says
   * @param date of the file
   */
  public byte[] set(String template, Map<String, Object> model, LocalDate date) {
    var context = new Context(Locale.ENGLISH, model);
    String page = NOT_IN_XML.matcher(templates.process(template, context)).replaceAll("");
    var renderer = new ITextRenderer();
    Loaded.FONTS.addTo(renderer.getFontResolver());
    renderer.getSharedContext().setLineBreakingStrategy(new BetweenWords());
    renderer.setListener(new Origin(page, date));
    Document document = parse(page);
    splitByFont(document.getDocumentElement());
    return renderer.createPDF(document);
  }

  private static SpringTemplateEngine templates() {
    var resolver = new ClassLoaderTemplateResolver(PdfPress.class.getClassLoader());
    resolver.setPrefix("org/pabean/document/");
    resolver.setSuffix(".xhtml");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  private static Document parse(String page) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the page is not well formed", e);
    }
  }

  /** Wraps each run of characters in an element that names its font. */
  private static void splitByFont(Element element) {
    for (Node child : children(element)) {
      if (child instanceof Element inner && !inner.getTagName().equals("head")) {
        splitByFont(inner);
      } else if (child instanceof Text text && !text.getData().isBlank()) {
        for (Fonts.Run run : Loaded.FONTS.runs(text.getData())) {
          Element span = element.getOwnerDocument().createElement("span");
          span.setAttribute("style", "font-family: '%s'".formatted(run.family()));
          span.setTextContent(run.text());
          element.insertBefore(span, text);
        }
        element.removeChild(text);
      }
    }
  }

  private static List<Node> children(Element element) {
    List<Node> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      children.add(child);
    }
    return children;
  }

  /** Read at the first use: the server's start need not wait for fonts. */
  private static final class Loaded {
    static final Fonts FONTS = Fonts.load();
  }

  /**
   * Breaks lines between words also where none are set apart by blanks. The library would ask the
   * machine's own language, which seldom is one of those.
   */
  private static final class BetweenWords implements LineBreakingStrategy {

    @Override
    public BreakPointsProvider getBreakPointsProvider(
        String text, String language, CalculatedStyle style) {
      // The rules for Thai are those for all scripts, with a dictionary of Thai besides.
      BreakIterator words = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
      words.setText(text);
      List<BreakPoint> points = new ArrayList<>();
      for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
        points.add(new BreakPoint(end));
      }
      return new ListBreakPointsProvider(points);
    }
  }

  /** Sets date and identifier of the file, which the library would take from clock and chance. */
  private static final class Origin extends DefaultPDFCreationListener {

    private final String page;
    private final LocalDate date;

    Origin(String page, LocalDate date) {
      this.page = page;
      this.date = date;
    }

    @Override
    public void preOpen(ITextRenderer renderer) {
      PdfDictionary info = Objects.requireNonNull(renderer.getWriter()).getInfo();
      var day = new PdfString(DateTimeFormatter.ofPattern("'D:'uuuuMMdd'000000Z'").format(date));
      info.put(PdfName.CREATIONDATE, day);
      info.put(PdfName.MODDATE, day);
      byte[] id = Arrays.copyOf(sha256(page.getBytes(StandardCharsets.UTF_8)), 16);
      info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    private static byte[] sha256(byte[] bytes) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
