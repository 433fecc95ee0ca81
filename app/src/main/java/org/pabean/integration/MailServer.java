package org.pabean.integration;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server. */
@Component
class MailServer {

  private static final int REFUSED = 500;

  private final EmailSettings settings;
  private final Clock clock;

  MailServer(EmailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Hands a letter over.
   *
   * @param id the same each time this letter is sent: mail programs show it once
   * @param thread what letters on the same thing have in common; empty for a letter of its own
   * @throws NotDelivered unless the server took it
   */
  void send(String to, MailLetter letter, String id, String thread) throws NotDelivered {
    try {
      MimeMessage message = message(to, letter, id, thread);
      try (Transport transport = message.getSession().getTransport("smtp")) {
        transport.connect(
            settings.host(),
            settings.port(),
            settings.user().isEmpty() ? null : settings.user(),
            settings.user().isEmpty() ? null : settings.password());
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (AuthenticationFailedException e) {
      throw NotDelivered.yet("the mail server does not accept user and password");
    } catch (MessagingException e) {
      throw because(e);
    }
  }

  private MimeMessage message(String to, MailLetter letter, String id, String thread)
      throws MessagingException {
    String host = settings.from().replaceFirst("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "");
    var message = new Named(Session.getInstance(properties()), "<%s@%s>".formatted(id, host));
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!thread.isEmpty()) {
      message.setHeader("References", "<%s@%s>".formatted(thread, host));
    }
    var text = new MimeBodyPart();
    text.setText(letter.text(), "UTF-8");
    var html = new MimeBodyPart();
    html.setText(letter.html(), "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  private Properties properties() {
    String limit = Long.toString(settings.limit().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", limit);
    properties.setProperty("mail.smtp.timeout", limit);
    properties.setProperty("mail.smtp.writetimeout", limit);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    // It took the letter; what it says to good-bye changes nothing.
    properties.setProperty("mail.smtp.quitwait", "false");
    boolean start = settings.security() == EmailSettings.Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(start));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(start));
    properties.setProperty(
        "mail.smtp.ssl.enable",
        Boolean.toString(settings.security() == EmailSettings.Security.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  private static NotDelivered because(MessagingException failure) {
    for (Exception e = failure;
        e instanceof MessagingException inner;
        e = inner.getNextException()) {
      int code = code(inner);
      if (code > 0) {
        String reason = "the mail server answered " + String.valueOf(inner.getMessage()).strip();
        return code >= REFUSED ? NotDelivered.ever(reason) : NotDelivered.yet(reason);
      }
    }
    return NotDelivered.yet("the mail server did not take it: " + failure.getMessage());
  }

  private static int code(MessagingException e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    return e instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  /** A message whose name is not made anew each time. */
  private static final class Named extends MimeMessage {

    private final String name;

    Named(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
