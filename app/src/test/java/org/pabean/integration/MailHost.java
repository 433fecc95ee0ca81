package org.pabean.integration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody's mail server: speaks as much of RFC 5321 as a sender needs, and fails as it is told.
 */
final class MailHost implements AutoCloseable {

  private final ServerSocket server;
  private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
  private final Queue<String> toRecipients = new ConcurrentLinkedQueue<>();
  private final Queue<String> toLetters = new ConcurrentLinkedQueue<>();

  private MailHost(ServerSocket server) {
    this.server = server;
  }

  static MailHost start() {
    try {
      var host = new MailHost(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      daemon(host::listen);
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /** The letters that it took, in their order. */
  List<MimeMessage> taken() {
    return taken;
  }

  /** What it answers to the next recipient. */
  void nextRecipient(String answer) {
    toRecipients.add(answer);
  }

  /** What it answers to the next letter; {@code cut} hangs up without a word. */
  void nextLetter(String answer) {
    toLetters.add(answer);
  }

  void forget() {
    taken.clear();
    toRecipients.clear();
    toLetters.clear();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "mail-host");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 mail.test ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT);
        switch (word) {
          case "EHLO", "HELO", "MAIL", "RSET" -> say(out, "250 ok");
          case "RCPT" -> say(out, or(toRecipients.poll(), "250 ok"));
          case "DATA" -> {
            say(out, "354 go on");
            String letter = letter(in);
            String answer = or(toLetters.poll(), "250 taken");
            if (answer.equals("cut")) {
              return;
            }
            if (answer.startsWith("250")) {
              taken.add(parsed(letter));
            }
            say(out, answer);
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "502 unknown");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    var letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
    }
    return letter.toString();
  }

  private static MimeMessage parsed(String letter) throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(letter.getBytes(ISO_8859_1)));
  }

  private static String or(String answer, String usual) {
    return answer == null ? usual : answer;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }
}
